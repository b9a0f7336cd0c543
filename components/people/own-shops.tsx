"use client";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import type { Role } from "@/db/vocabulary";
import { switchShopAction } from "@/lib/people/actions";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { roleNames } from "./role-names";

type OwnShopsProps = { shops: { shopId: string; name: string; role: Role; isThis: boolean }[] };

export function OwnShops({ shops }: OwnShopsProps) {
  const { send, isPending, message } = useAnswer(switchShopAction, ({ to }) => location.assign(to));
  return (
    <Section title="My shops" isFramed>
      <ul className="divide-y">
        {shops.map((shop) => (
          <li key={shop.shopId} className="flex min-h-11 items-center gap-3 py-1">
            <span className="min-w-0 flex-1 truncate">
              {shop.name} <span className="text-ink-muted">· {roleNames[shop.role]}</span>
            </span>
            {shop.isThis ? (
              <Badge>open here</Badge>
            ) : (
              <Button size="sm" isPending={isPending} onClick={() => send({ shopId: shop.shopId })}>
                Go there
              </Button>
            )}
          </li>
        ))}
      </ul>
      <RefusalNotice message={message} />
    </Section>
  );
}
