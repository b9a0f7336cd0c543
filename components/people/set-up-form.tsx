"use client";
import { useSyncExternalStore } from "react";
import { openDemoAction, setUpAction } from "@/lib/people/actions";
import type { ShopChoices } from "@/lib/people/shop-choices";
import { BigButton } from "./big-button";
import { guessShop, type ShopGuess } from "./guess-shop";
import { RefusedLine } from "./refused-line";
import { ShopFields } from "./shop-fields";
import { TextField } from "./text-field";
import { useAnswer } from "./use-answer";

const beforeScripts: ShopGuess = { timeZone: "UTC", locale: "en-US", currency: "USD", units: "imperial" };
let guessed: ShopGuess | undefined;
const guessHere = () => {
  guessed ??= guessShop(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return guessed;
};

export function SetUpForm({ code, choices }: { code: string; choices: ShopChoices }) {
  const guess = useSyncExternalStore(
    () => () => {},
    guessHere,
    () => beforeScripts,
  );
  const setUp = useAnswer(setUpAction, ({ to }) => location.assign(to));
  const demo = useAnswer(openDemoAction, ({ to }) => location.assign(to));
  const isBusy = setUp.isPending || demo.isPending;
  return (
    <form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const text = (name: string) => String(typed.get(name) ?? "");
        const isDemo = (event.nativeEvent as SubmitEvent).submitter?.getAttribute("value") === "demo";
        if (isDemo) return demo.send({ ...guess, code: text("code") });
        setUp.send({
          code: text("code"),
          locale: guess.locale,
          name: text("name"),
          timeZone: text("timeZone"),
          currency: text("currency"),
          units: text("units") === "metric" ? "metric" : "imperial",
          ownerName: text("ownerName"),
          email: text("email"),
          password: text("password"),
        });
      }}
    >
      <TextField
        label="Set-up code"
        name="code"
        defaultValue={code}
        autoComplete="off"
        hint="It is printed in the terminal where Coatyard was started."
        wrong={setUp.wrong("code") ?? demo.wrong("code")}
      />
      <ShopFields key={guess.timeZone} now={{ name: "", ...guess }} choices={choices} wrong={setUp.wrong} />
      <TextField label="Your name" name="ownerName" autoComplete="name" wrong={setUp.wrong("ownerName")} />
      <TextField
        label="Your e-mail"
        name="email"
        type="email"
        autoComplete="username"
        wrong={setUp.wrong("email")}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. Four plain words make a good one."
        wrong={setUp.wrong("password")}
      />
      <RefusedLine message={setUp.message ?? demo.message} />
      <BigButton isBusy={isBusy}>Open the shop</BigButton>
      <div className="border-t pt-4">
        <BigButton isBusy={isBusy} tone="plain" name="what" value="demo">
          Open the demo shop
        </BigButton>
        <p className="mt-2 text-ink-muted">
          A made-up shop with jobs, customers and powder, to look around in. Wipe it with one command when you
          are done.
        </p>
      </div>
    </form>
  );
}
