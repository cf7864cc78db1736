const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");

const proto = loader.loadSync("careerrecs/matching/v1/matching_service.proto", { includeDirs: ["protos"] });
const { MatchingService } = grpc.loadPackageDefinition(proto).careerrecs.matching.v1;
const matching = new MatchingService("127.0.0.1:5200", grpc.credentials.createInsecure());

const me = { yearsExperience: 4, skills: [{ text: "Python" }, { text: "SQL" }] };
matching.recommendRoles({ subject: { inlineProfile: me } }, (error, answer) => {
  if (error) throw error;
  answer.recommendations.forEach((role) => console.log(Math.trunc(role.fit.milliPoints / 1000), role.title));
  matching.close();
});
