"use client";
import { type ComponentProps, useState } from "react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Icon } from "../ui/icon";

type PasswordFieldProps = Omit<ComponentProps<typeof Input>, "type" | "name"> & {
  label: string;
  name?: string;
  hint?: string;
  error?: string;
  isNew?: boolean;
};

const rule = "At least 12 characters. Four plain words make a good one.";

/** A password one can look at while typing it; a new one says its rule. */
export function PasswordField({
  label,
  name = "password",
  hint,
  error,
  isNew,
  ...input
}: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative">
      <Field label={label} hint={hint ?? (isNew && !error ? rule : undefined)} error={error} isRequired>
        <Input
          {...input}
          name={name}
          type={isShown ? "text" : "password"}
          autoComplete={isNew ? "new-password" : "current-password"}
          autoCapitalize="none"
          spellCheck={false}
        />
      </Field>
      <span className="absolute -top-1.5 right-0">
        <IconButton
          label={isShown ? "Hide what is typed" : "Show what is typed"}
          size="sm"
          onClick={() => setIsShown(!isShown)}
        >
          <Icon name={isShown ? "eye-off" : "eye"} size={14} />
        </IconButton>
      </span>
    </div>
  );
}
