"use client";
import { startTransition, useOptimistic } from "react";
import { assignMemberAction, unassignMemberAction } from "@/lib/jobs/actions";
import type { JobView, ViewedMember } from "@/lib/jobs/job-view";
import { changeWithUndo } from "../answers/attempt";
import { Avatar, AvatarStack } from "../ui/avatar";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Menu, MenuHeading, MenuItem } from "../ui/menu";

/** Who works on the job; everybody may put somebody on or take them off. */
export function Assignees({ job }: { job: JobView }) {
  const [assigned, show] = useOptimistic(job.assignees);
  const isOn = (member: ViewedMember) => assigned.some((one) => one.id === member.id);

  const toggle = (member: ViewedMember) => {
    const input = { number: job.number, memberId: member.id };
    const wasOn = isOn(member);
    startTransition(async () => {
      show(wasOn ? assigned.filter((one) => one.id !== member.id) : [...assigned, member]);
      await (wasOn
        ? changeWithUndo(
            `${member.name} is off ${job.number}`,
            () => unassignMemberAction(input),
            () => assignMemberAction(input),
          )
        : changeWithUndo(
            `${member.name} is on ${job.number}`,
            () => assignMemberAction(input),
            () => unassignMemberAction(input),
          ));
    });
  };

  const names = assigned.map((one) => one.name);
  const shown =
    names.length === 0 ? null : names.length === 1 ? (
      <span className="flex min-w-0 items-center gap-1.5">
        <Avatar name={names[0] ?? ""} size="sm" isNamed />
        <span className="max-w-36 truncate">{names[0]}</span>
      </span>
    ) : (
      <AvatarStack names={names} most={4} />
    );
  if (!job.may.edit) return shown;
  const others = job.members.filter((member) => member.id !== job.me);
  const me = job.members.find((member) => member.id === job.me);
  return (
    <>
      <span className="hidden print:inline">{names.join(", ")}</span>
      <Menu
        label="Assign"
        trigger={
          <Button
            variant="quiet"
            data-job-key="a"
            data-tip="Assign"
            data-tip-keys="A"
            className="print:hidden"
          >
            {shown ?? (
              <>
                <Icon name="user-plus" size={16} />
                Assign
              </>
            )}
          </Button>
        }
      >
        <MenuHeading>Who works on it</MenuHeading>
        {[...(me ? [me] : []), ...others].map((member) => (
          <MenuItem
            key={member.id}
            isChosen={isOn(member)}
            icon={<Avatar name={member.name} size="sm" isNamed />}
            onSelect={() => toggle(member)}
          >
            {member.name}
            {member.id === job.me && " (you)"}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
