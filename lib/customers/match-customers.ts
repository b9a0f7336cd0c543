import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { nameWords } from "./name-key";

const fewestDigits = 3;

/** Every word of a name, as typed or without its accents, somewhere in the name of `customer c`. */
export function isNamed(q: string): SQL {
  const words = nameWords(q).map(
    (word) => sql`(strpos(c.name_key, ${word}) > 0 or strpos(lower(c.name), ${word}) > 0)`,
  );
  return words.length === 0 ? sql`false` : sql`(${sql.join(words, sql` and `)})`;
}

/** Ids of customers reached by a contact's name, an e-mail address, or at least three digits of a phone number. */
export function reachedBy(shopId: string, q: string): SQL {
  const typed = q.trim().toLowerCase();
  const digits = q.replace(/\D/g, "");
  const holds = (text: string) => sql`strpos(lower(${sql.raw(text)}), ${typed}) > 0`;
  const hasDigits = (phone: string) =>
    sql`strpos(regexp_replace(${sql.raw(phone)}, '[^0-9]', '', 'g'), ${digits}) > 0`;
  const mayBePhone = digits.length >= fewestDigits && /^[\d\s()+./-]+$/.test(typed);
  const ofCustomer = [holds("c.email"), ...(mayBePhone ? [hasDigits("c.phone")] : [])];
  const ofContact = [
    holds("p.name"),
    holds("p.email"),
    ...(mayBePhone ? [hasDigits("p.phone"), hasDigits("p.mobile")] : []),
  ];
  return sql`
    select c.id from customer c where c.shop_id = ${shopId} and (${sql.join(ofCustomer, sql` or `)})
    union
    select p.customer_id from contact p
    where p.shop_id = ${shopId} and p.retired_at is null and (${sql.join(ofContact, sql` or `)})`;
}
