import grpc
from careerrecs.matching.v1 import matching_service_pb2, matching_service_pb2_grpc, profile_pb2

me = profile_pb2.Profile(
    years_experience=4,
    skills=[profile_pb2.ProfileSkill(text=text) for text in ("Python", "SQL")],
)
request = matching_service_pb2.RecommendRolesRequest()
request.subject.inline_profile.CopyFrom(me)
with grpc.insecure_channel("127.0.0.1:5200") as channel:
    matching = matching_service_pb2_grpc.MatchingServiceStub(channel)
    answer = matching.RecommendRoles(request, timeout=10)
for role in answer.recommendations:
    print(role.fit.milli_points // 1000, role.title)
