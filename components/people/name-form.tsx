"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { renameMeAction } from "@/lib/people/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";

export function NameForm({ name }: { name: string }) {
  const router = useRouter();
  const done = () => {
    toast("Saved");
    router.refresh();
  };
  const { send, isPending, wrong, message } = useAnswer(renameMeAction, done, ["name"]);
  return (
    <form
      method="post"
      noValidate
      className="grid max-w-sm gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send({ name: String(new FormData(event.currentTarget).get("name") ?? "") });
      }}
    >
      <Field label="Name" error={wrong("name")} hint="History and cards show it." isRequired>
        <Input name="name" autoComplete="name" defaultValue={name} maxLength={100} />
      </Field>
      <RefusalNotice message={message} />
      <Button type="submit" isPending={isPending} className="justify-self-start">
        Save name
      </Button>
    </form>
  );
}
