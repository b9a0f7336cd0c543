"use client";
import { useState } from "react";

/** A name for what a form will have written, the same however often it is sent: what a lost answer hid is not written twice. */
export const useOnceId = (): string => useState(() => crypto.randomUUID())[0];
