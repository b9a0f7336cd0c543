"use client";
import Link from "next/link";
import { useState } from "react";
import { signInAction } from "@/lib/people/actions";
import { BigButton } from "./big-button";
import { RefusedLine } from "./refused-line";
import { TextField } from "./text-field";
import { useAnswer } from "./use-answer";

export function SignInForm({ next }: { next: string }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [shops, setShops] = useState<{ shopId: string; name: string }[]>([]);
  const { send, isPending, wrong, message } = useAnswer(signInAction, (value) => {
    if ("choose" in value) setShops(value.choose);
    else location.assign(value.to);
  });
  const signIn = (shopId?: string) => send({ email, password, shopId, next });

  if (shops.length > 0) {
    return (
      <div className="grid gap-3">
        <h2 className="font-medium">Which shop?</h2>
        {shops.map((shop) => (
          <BigButton
            key={shop.shopId}
            type="button"
            tone="plain"
            isBusy={isPending}
            onClick={() => signIn(shop.shopId)}
          >
            {shop.name}
          </BigButton>
        ))}
        <RefusedLine message={message} />
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
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        wrong={wrong("email")}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        wrong={wrong("password")}
      />
      <RefusedLine message={message} />
      <BigButton isBusy={isPending}>Sign in</BigButton>
      <Link href="/reset" className="text-center text-accent-ink underline-offset-4 hover:underline">
        Forgot the password
      </Link>
    </form>
  );
}
