// Callers of matching by grpc-js: reads and upserts without end, each call with the balancing and retries of the service config.
// Prints "answered", "stored ID" or "failed CODE MESSAGE" for each call, and ends with its standard input.
const fs = require("node:fs");
const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");

const settings = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const contract = loader.loadFileDescriptorSetFromBuffer(fs.readFileSync(settings.contract));
const { MatchingService, ProfileService } = grpc.loadPackageDefinition(contract).careerrecs.matching.v1;
const options = {
  "grpc.service_config": fs.readFileSync(settings.serviceConfig, "utf8"),
  "grpc.initial_reconnect_backoff_ms": 200,
  "grpc.max_reconnect_backoff_ms": 1000,
};
const credentials = grpc.credentials.createInsecure();
const matching = new MatchingService(settings.replicas, credentials, options);
const profiles = new ProfileService(settings.replicas, credentials, options);
const metadata = new grpc.Metadata();
metadata.set("authorization", `Bearer ${settings.token}`);

let isDone = false;
process.stdin.resume();
process.stdin.on("end", () => (isDone = true));

function call(client, method, request) {
  return new Promise((resolve) => {
    client[method](request, metadata, (error, answer) => {
      if (error) console.log(`failed ${error.code} ${method}: ${error.details.replaceAll("\n", " ")}`);
      resolve(answer);
    });
  });
}

async function run(caller) {
  for (let i = 0; !isDone; i++) {
    const years_experience = 1 + (i * settings.callers + caller) / 100;
    const skills = [{ text: "Python" }, { text: "SQL" }, { text: "Docker" }];
    const question = { subject: { inline_profile: { skills, years_experience } }, catalog: settings.catalog };
    if (await call(matching, "recommendRoles", question)) console.log("answered");
    const external_id = `js-${caller}-${i}`;
    const stored = await call(profiles, "upsertProfiles", { profiles: [{ external_id, skills }] });
    if (stored?.results[0].status) console.log(`failed ${stored.results[0].status.message}`);
    else if (stored) console.log(`stored ${external_id}`);
  }
}

Promise.all(Array.from({ length: settings.callers }, (_, caller) => run(caller))).then(() => process.exit(0));
