import "server-only";
import { commentOperations } from "./comment-operations";
import { contactOperations } from "./contact-operations";
import { customerOperations } from "./customer-operations";
import { eventOperations } from "./event-operations";
import { jobOperations } from "./job-operations";
import { lotOperations } from "./lot-operations";
import { movementOperations } from "./movement-operations";
import type { Operation } from "./operation";
import { partOperations } from "./part-operations";
import { powderOperations } from "./powder-operations";
import { proofOperations } from "./proof-operations";
import { stageOperations } from "./stage-operations";

/** Everything that another program can ask: routes, OpenAPI, its page, the walks and the fuzz are made from this. */
export const operations: readonly Operation[] = [
  ...jobOperations,
  ...partOperations,
  ...commentOperations,
  ...customerOperations,
  ...contactOperations,
  ...stageOperations,
  ...powderOperations,
  ...lotOperations,
  ...movementOperations,
  ...proofOperations,
  ...eventOperations,
];
