"use client";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { signInAction } from "@/lib/people/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { PasswordField } from "./password-field";

export function SignInForm({ next }: { next: string }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [shops, setShops] = useState<{ shopId: string; name: string }[]>([]);
  const { send, isPending, wrong, message } = useAnswer(
    signInAction,
    (value) => {
      if ("choose" in value) setShops(value.choose);
      else location.assign(value.to);
    },
    ["email", "password"],
  );
  const signIn = (shopId?: string) => send({ email, password, shopId, next });

  if (shops.length > 0) {
    return (
      <div className="grid gap-3">
        <h2 className="font-semibold">Which shop?</h2>
        {shops.map((shop) => (
          <Button key={shop.shopId} size="lg" aria-disabled={isPending} onClick={() => signIn(shop.shopId)}>
            {shop.name}
          </Button>
        ))}
        <RefusalNotice message={message} />
      </div>
    );
  }
  return (
    <form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        signIn();
      }}
    >
      <Field label="E-mail" error={wrong("email")} isRequired>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <PasswordField
        label="Password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={wrong("password")}
      />
      <RefusalNotice message={message} />
      <Button type="submit" variant="primary" size="lg" isPending={isPending}>
        Sign in
      </Button>
      <Link href="/reset" className="text-center text-accent-ink underline-offset-4 hover:underline">
        I forgot my password
      </Link>
    </form>
  );
}
