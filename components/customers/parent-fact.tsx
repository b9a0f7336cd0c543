"use client";
import Link from "next/link";
import { useState } from "react";
import { editCustomerAction } from "@/lib/customers/actions";
import { changeWithUndo } from "../answers/attempt";
import { ChooseCustomer } from "../jobs/choose-customer";
import { editableClass } from "../jobs/editable-line";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";

type Named = { id: string; name: string };
type ParentFactProps = Named & { parent: Named | null; mayEdit: boolean };

/** The company above a customer, if there is one. */
export function ParentFact({ id, name, parent, mayEdit }: ParentFactProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const was = { parentId: parent?.id ?? null };

  const choose = (chosen: Named | null) => {
    setIsChoosing(false);
    if ((chosen?.id ?? null) === was.parentId) return;
    const changes = { parentId: chosen?.id ?? null };
    void changeWithUndo(
      chosen ? `${name} belongs to ${chosen.name}` : `${name} stands alone`,
      () => editCustomerAction({ id, changes, was }),
      () => editCustomerAction({ id, changes: was, was: changes }),
    );
  };

  if (isChoosing) {
    return (
      <ChooseCustomer
        placeholder="The company above"
        onChoose={choose}
        onLeave={() => setIsChoosing(false)}
      />
    );
  }
  if (!parent) {
    if (!mayEdit) return "–";
    return (
      <button type="button" className={editableClass(true)} onClick={() => setIsChoosing(true)}>
        Add
      </button>
    );
  }
  return (
    <span className="flex items-center gap-1">
      <Link href={`/customers/${parent.id}`} className="truncate hover:underline">
        {parent.name}
      </Link>
      {mayEdit && (
        <>
          <IconButton label="Another company" size="sm" onClick={() => setIsChoosing(true)}>
            <Icon name="pencil" size={14} />
          </IconButton>
          <IconButton label={`Stand alone, not under ${parent.name}`} size="sm" onClick={() => choose(null)}>
            <Icon name="x" size={14} />
          </IconButton>
        </>
      )}
    </span>
  );
}
