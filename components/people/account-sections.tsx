import { Appearance } from "@/components/shell/appearance";
import type { Appearance as Look } from "@/components/shell/wear-appearance";
import { Fact, Facts } from "@/components/ui/facts";
import { Section } from "@/components/ui/section";
import type { Account } from "@/lib/people/get-account";
import { NameForm } from "./name-form";
import { OwnShops } from "./own-shops";
import { PasswordForm } from "./password-form";
import { roleNames } from "./role-names";
import { SessionList } from "./session-list";
import { When } from "./when";

type AccountSectionsProps = {
  account: Account;
  appearance: Look;
  times: { now: Date; timeZone: string; locale: string };
};

export function AccountSections({ account, appearance, times }: AccountSectionsProps) {
  const sessions = account.sessions.map(({ id, device, shopName, isThis, seenAt, createdAt }) => ({
    id,
    device,
    shopName,
    isThis,
    seen: <When at={seenAt} {...times} />,
    opened: <When at={createdAt} {...times} />,
  }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      <Section title="Me" isFramed>
        <Facts className="mb-4">
          <Fact name="E-mail">{account.email}</Fact>
          <Fact name="Role">{roleNames[account.role]}</Fact>
        </Facts>
        <NameForm name={account.name} />
      </Section>
      {account.shops.length > 1 && <OwnShops shops={account.shops} />}
      <Section title="On this device" isFramed>
        <div className="-mx-2 max-w-xs overflow-hidden">
          <Appearance now={appearance} />
        </div>
      </Section>
      {account.hasPassword && <PasswordForm email={account.email} />}
      <SessionList sessions={sessions} />
    </div>
  );
}
