"use client";
import { type Substrate, substrates } from "@/db/vocabulary";
import type { Answer } from "@/lib/entry/answer";
import { Menu, MenuItem } from "../ui/menu";
import { toast } from "../ui/toast";
import { ClashNotice } from "./clash-notice";
import { editableClass } from "./editable-line";
import { useFieldEdit } from "./use-field-edit";

type SubstrateChoiceProps = {
  value: Substrate | null;
  isEditable: boolean;
  said: string;
  send: (to: Substrate | null, was: Substrate | null) => Promise<Answer<unknown>>;
};

export const substrateName = (substrate: Substrate) => substrate[0]?.toUpperCase() + substrate.slice(1);

/** What a part is made of. */
export function SubstrateChoice({ value, isEditable, said, send }: SubstrateChoiceProps) {
  const edit = useFieldEdit({ value, said, send });
  const choose = async (substrate: Substrate | null) => {
    const problem = await edit.save(substrate, value);
    if (problem) toast.problem(problem);
  };
  const shown = edit.shown ? substrateName(edit.shown) : "";
  if (!isEditable) return shown || "–";
  return (
    <>
      <Menu
        label="Substrate"
        align="start"
        trigger={
          <button type="button" className={editableClass(!shown)}>
            <span className="sr-only">Substrate: </span>
            {shown || "+ Substrate"}
          </button>
        }
      >
        {substrates.map((one) => (
          <MenuItem key={one} isChosen={one === edit.shown} onSelect={() => choose(one)}>
            {substrateName(one)}
          </MenuItem>
        ))}
        {edit.shown && <MenuItem onSelect={() => choose(null)}>Not said</MenuItem>}
      </Menu>
      {edit.clash && (
        <ClashNotice
          clash={edit.clash}
          show={(one) => one && substrateName(one)}
          onTheirs={edit.keepTheirs}
          onYours={edit.useYours}
        />
      )}
    </>
  );
}
