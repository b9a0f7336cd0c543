-- An address is the same however it was typed; the setting is lower case.
DROP POLICY own_contacts ON contact;
--> statement-breakpoint
CREATE POLICY own_contacts ON contact FOR SELECT
  USING (portal_role IS NOT NULL AND retired_at IS NULL
    AND lower(email) = nullif(current_setting('coatyard.contact_email', true), ''));
