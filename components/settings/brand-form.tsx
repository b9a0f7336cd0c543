"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { RefusalNotice } from "@/components/answers/refusal-notice";
import { useAnswer } from "@/components/answers/use-answer";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { changeBrandAction } from "@/lib/messages/actions";
import { type Brand, productAccent, refuseAccent } from "@/lib/messages/brand";
import { noticeDefaults } from "@/lib/messages/notice-defaults";
import type { NoticeValues } from "@/lib/messages/notice-words";
import { writeNotice } from "@/lib/messages/write-notice";
import { LogoField } from "./logo-field";
import { MailPreview } from "./mail-preview";

type BrandFormProps = { brand: Brand; sample: NoticeValues; sampleUrl: string };

const isColour = (typed: string) => /^#[0-9a-f]{6}$/i.test(typed);

/** The shop's logo, colour and how to reach it, with a mail that wears them beside it. */
export function BrandForm({ brand, sample, sampleUrl }: BrandFormProps) {
  const router = useRouter();
  const [typed, setTyped] = useState({
    accent: brand.accent,
    phone: brand.phone,
    address: brand.address,
    replyTo: brand.replyTo,
  });
  const set = (field: keyof typeof typed) => (value: string) =>
    setTyped((was) => ({ ...was, [field]: value }));
  const { send, isPending, wrong, message } = useAnswer(changeBrandAction, () => {
    toast("Saved");
    router.refresh();
  }, ["accent", "phone", "address", "replyTo"]);
  const accent = isColour(typed.accent) ? typed.accent.toLowerCase() : "";
  const shown = writeNotice({ kind: "job-ready", ...noticeDefaults["job-ready"] }, sample, sampleUrl);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="grid min-w-0 gap-4">
        <LogoField logoUrl={brand.logoUrl} />
        <form
          method="post"
          noValidate
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const { accent, phone, address, replyTo } = brand;
            send({ changes: typed, was: { accent, phone, address, replyTo } });
          }}
        >
          <Field
            label="Colour"
            hint="Of buttons in mails and on your customers' pages. Empty: Coatyard's own."
            error={(accent && refuseAccent(accent)) || wrong("accent")}
          >
            <Input
              value={typed.accent}
              placeholder={productAccent}
              maxLength={7}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => set("accent")(event.target.value)}
              suffix={
                <input
                  type="color"
                  aria-label="Pick the colour"
                  className="pointer-events-auto size-6 cursor-pointer rounded-sm border-0 bg-transparent p-0"
                  value={accent || productAccent}
                  onChange={(event) => set("accent")(event.target.value)}
                />
              }
            />
          </Field>
          <Field label="Phone" error={wrong("phone")}>
            <Input
              type="tel"
              value={typed.phone}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => set("phone")(event.target.value)}
            />
          </Field>
          <Field label="Address" hint="Where customers bring and fetch their parts." error={wrong("address")}>
            <Textarea
              value={typed.address}
              maxLength={500}
              onChange={(event) => set("address")(event.target.value)}
            />
          </Field>
          <Field
            label="Answers go to"
            hint="When a customer answers a mail. Empty: to the address it came from."
            error={wrong("replyTo")}
          >
            <Input
              type="email"
              value={typed.replyTo}
              maxLength={254}
              autoComplete="off"
              onChange={(event) => set("replyTo")(event.target.value)}
            />
          </Field>
          <RefusalNotice message={message} />
          <Button type="submit" variant="primary" isPending={isPending} className="justify-self-start">
            Save
          </Button>
        </form>
      </div>
      <MailPreview
        subject={shown.subject}
        body={{
          ...shown,
          brand: { ...brand, ...typed, accent: accent && refuseAccent(accent) ? "" : accent },
        }}
      />
    </div>
  );
}
