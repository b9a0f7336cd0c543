DROP INDEX "contact_portal_email";--> statement-breakpoint
CREATE INDEX "contact_portal_email" ON "contact" USING btree (lower(email)) WHERE portal_role is not null;