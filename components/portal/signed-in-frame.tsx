import type { ReactNode } from "react";
import type { PortalFrame as Frame } from "@/lib/portal/portal-view";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { KeepFresh } from "./keep-fresh";
import { PortalFrame } from "./portal-frame";
import { PreviewBanner } from "./preview-banner";

type SignedInFrameProps = Frame & { children: ReactNode };

/** A page of the portal for who is signed in, or for a member who looks at what they see. */
export function SignedInFrame({ brand, name, customer, isPreview, children }: SignedInFrameProps) {
  return (
    <PortalFrame
      brand={brand}
      home="/portal"
      banner={isPreview && <PreviewBanner name={name} customer={customer} />}
      aside={
        <LinkButton
          href="/portal/account"
          prefetch={false}
          variant="quiet"
          size="lg"
          icon={<Icon name="circle-user-round" size={20} />}
          className="min-w-11"
        >
          <span className="max-w-40 truncate max-sm:sr-only">{name}</span>
        </LinkButton>
      }
    >
      <KeepFresh />
      {children}
    </PortalFrame>
  );
}
