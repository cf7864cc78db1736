import createClient from "openapi-fetch";
import type { paths } from "./careerrecs.js";

const careerRecs = createClient<paths>({ baseUrl: "http://127.0.0.1:5201" });

// A body, a path with parameters and a query, a refusal.
const me = { skills: [{ text: "Python" }, { text: "SQL" }] };
const answer = await careerRecs.POST("/v1/roles:recommend", { body: { subject: { inlineProfile: me } } });
answer.data?.recommendations?.forEach((role) => console.log(role.title));

const roles = await careerRecs.GET("/v1/catalogs/{catalog}/roles:search", {
  params: { path: { catalog: "builtin" }, query: { query: "data scientist", pageSize: 3 } },
});
roles.data?.matches?.forEach((match) => console.log(match.title));

const unknown = await careerRecs.GET("/v1/catalogs/{catalog}/roles/{role}", {
  params: { path: { catalog: "builtin", role: "none" } },
});
console.log(unknown.error?.error?.status);

if (answer.error || roles.error || unknown.error?.error?.status !== "NOT_FOUND") {
  throw new Error("A route did not answer as its contract states.");
}
