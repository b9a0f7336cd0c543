"use server";
import { z } from "zod";
import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { askBackup } from "./ask-backup";

export const askBackupAction = refreshingAction(staffAction(z.object({}), askBackup));
