const sentences: [string, string][] = [
  [
    "Let in by a key",
    "An owner makes one under Settings, API, for what the program is to do. Send it as “Authorization: Bearer …”, never in an address. Whatever it changes bears the key's name in the history.",
  ],
  [
    "Once each",
    "Every change takes an Idempotency-Key, a name of your own such as a new UUID. When you hear nothing, send the same request under the same name: within a week it is done once and answered the same, with Idempotency-Replayed: true. A refusal changes nothing and is not kept.",
  ],
  [
    "Only what you read",
    "What is read has an ETag. To change it, send that as If-Match: when somebody changed it meanwhile you are told (412) and nothing is overwritten. “*” is for any version. If-None-Match saves an answer that you know already (304).",
  ],
  [
    "Page by page",
    "A list answers items and next. Send next as cursor, with the same filters, for what follows; it is null on the last page. What is added or taken away meanwhile makes you miss nothing and see nothing twice.",
  ],
  [
    "In time",
    "RateLimit says how many requests are left and for how many seconds; past the limit, Retry-After says how long to wait (429).",
  ],
];

const example = `curl https://shop.example.com/api/v1/jobs \\
  -H "Authorization: Bearer coatyard_…" \\
  -H "Idempotency-Key: 0d4f6c5e-6a2b-4f8e-9b1d-6f3f3f0c2a11" \\
  -H "Content-Type: application/json" \\
  -d '{"newCustomer":{"name":"Acme Railings"},"parts":[{"description":"Gate","quantity":2}]}'`;

/** How to ask, in five paragraphs and one request. */
export function ApiGuide() {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <dl className="grid max-w-prose gap-3">
        {sentences.map(([name, words]) => (
          <div key={name}>
            <dt className="font-medium">{name}</dt>
            <dd className="text-ink-muted">{words}</dd>
          </div>
        ))}
      </dl>
      <pre tabIndex={0} className="overflow-x-auto rounded-sm border bg-sunken p-3 text-xs">
        <code>{example}</code>
      </pre>
    </div>
  );
}
