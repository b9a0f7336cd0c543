import { z } from "zod";
import { body } from "../comments/input";
import { jobNumber } from "../jobs/input";
import { linkToken } from "../people/input";
import { portalFilters } from "./portal-view";

/** What the portal's address says; anything unknown in it is left out. */
export const portalJobsInput = z.object({
  q: z.string().trim().max(100).catch(""),
  show: z.enum(portalFilters).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type PortalJobsInput = z.output<typeof portalJobsInput>;

export const portalCommentInput = z.object({
  /** Makes a second press of the button the same comment. */
  onceId: z.uuid(),
  number: jobNumber,
  body,
});
export type PortalCommentInput = z.output<typeof portalCommentInput>;

export const freshLinkInput = z.object({ token: linkToken });
