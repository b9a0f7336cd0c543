"use client";
import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";

/** The form's own button: waits while the form is on its way. */
export function SubmitButton({ variant = "primary", isPending, ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return <Button {...rest} type="submit" variant={variant} isPending={isPending || pending} />;
}
