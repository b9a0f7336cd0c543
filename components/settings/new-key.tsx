"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAnswer } from "@/components/answers/use-answer";
import { MakeDialog } from "@/components/people/make-dialog";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Scope, scopes } from "@/db/vocabulary";
import { scopeNames } from "@/lib/api/scope-names";
import { createApiKeyAction } from "@/lib/people/actions";
import { keyDays } from "@/lib/people/input";
import { ShownKey } from "./shown-key";

const dayNames = { 30: "In 30 days", 90: "In 90 days", 365: "In a year" };

/** Makes a key for a program; it is shown this once. */
export function NewKey() {
  const router = useRouter();
  const [key, setKey] = useState("");
  const { send, isPending, wrong, message } = useAnswer(
    createApiKeyAction,
    (made) => {
      setKey(made.key);
      router.refresh();
    },
    ["name", "scopes"],
  );
  const make = (typed: FormData) =>
    send({
      name: String(typed.get("name") ?? ""),
      scopes: typed.getAll("scopes") as Scope[],
      days: keyDays.find((days) => String(days) === typed.get("days")) ?? null,
    });
  return (
    <MakeDialog
      title="Make a key"
      verb="Make the key"
      made={key ? { title: "The key", shown: <ShownKey apiKey={key} /> } : null}
      isPending={isPending}
      message={message}
      onMake={make}
      onClose={() => setKey("")}
    >
      <Field label="Program" hint="Its changes bear this name." error={wrong("name")} isRequired>
        <Input name="name" autoComplete="off" maxLength={60} placeholder="Website" />
      </Field>
      <fieldset>
        <legend className="mb-1 font-medium">It may</legend>
        <div className="grid gap-1">
          {scopes.map((scope) => (
            <Checkbox key={scope} name="scopes" value={scope} label={scopeNames[scope]} />
          ))}
        </div>
        {wrong("scopes") && (
          <p role="alert" className="mt-1 text-xs text-late-ink">
            {wrong("scopes")}
          </p>
        )}
      </fieldset>
      <Field label="It ends">
        <Select name="days" defaultValue="365">
          {keyDays.map((days) => (
            <option key={days} value={String(days)}>
              {days === null ? "Never" : dayNames[days]}
            </option>
          ))}
        </Select>
      </Field>
    </MakeDialog>
  );
}
