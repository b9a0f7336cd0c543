import "server-only";
import { z } from "zod";

const schema = z
  .object({
    APP_DATABASE_URL: z.string().startsWith("postgres", "set it to the app's own PostgreSQL address"),
    AUTH_SECRET: z.string().min(32, "set it to at least 32 random characters"),
    AUDIT_KEY: z.string().default(""),
    COATYARD_DATA: z.string().min(1, "set it to the folder that keeps the shop's files"),
    COATYARD_URL: z.url("set it to the address people open, such as https://shop.example.com"),
    COATYARD_DATABASE: z.enum(["built-in", "outside"]).default("outside"),
    COATYARD_SETUP_CODE: z.string().default(""),
    COATYARD_ROLE: z.enum(["all", "web", "worker"]).default("all"),
    COATYARD_PROXY: z.string().default(""),
    DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
    METRICS_TOKEN: z.string().default(""),
    RESEND_API_KEY: z.string().default(""),
    RESEND_BASE_URL: z.string().default(""),
    SMTP_URL: z.string().default(""),
    MAIL_FROM: z.string().default(""),
  })
  .superRefine((set, ctx) => {
    const say = (path: keyof typeof set, message: string) =>
      ctx.addIssue({ code: "custom", path: [path], message });
    const { protocol, hostname } = new URL(set.COATYARD_URL);
    const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
    if (protocol !== "https:" && !(protocol === "http:" && isLocal)) {
      say("COATYARD_URL", "plain http is for localhost alone; any other address needs https");
    }
    if ((set.RESEND_API_KEY || set.SMTP_URL) && !set.MAIL_FROM.includes("@")) {
      say("MAIL_FROM", "set it to the address that mail comes from, such as shop@example.com");
    }
    if (set.SMTP_URL && !/^smtps?:\/\/\S+$/.test(set.SMTP_URL)) {
      say("SMTP_URL", "set it to an address such as smtps://user:password@mail.example.com");
    }
    if (/[\r\n]/.test(set.MAIL_FROM)) say("MAIL_FROM", "set it on one line");
  })
  .transform((set) => ({ ...set, AUDIT_KEY: set.AUDIT_KEY || set.AUTH_SECRET }));

type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/** The settings of this process, checked once; refuses to start with a line a setting that is wrong. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`Settings need a change.\n${lines.join("\n")}`);
}
