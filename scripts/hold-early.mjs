import diagnostics from "node:diagnostics_channel";

// Loaded into the app before Next, which listens before the code that watches requests stands: until then nobody's headers are
// believed and no page is dressed, so each request, whatever it asks, is one for the answer that Coatyard starts.
globalThis.coatyardHoldsRequests = true;
diagnostics.subscribe("http.server.request.start", ({ request }) => {
  if (!globalThis.coatyardHoldsRequests) return;
  request.method = "GET";
  request.url = "/api/health/starting";
});
