using CareerRecs.Matching.V1;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

/// <summary>Calls that tests of stored profiles make.</summary>
internal static class ProfileCalls
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Profile> UpdateAsync(ProfileHost host, Profile profile, params string[] mask)
    {
        var request = new UpdateProfileRequest { Profile = profile };
        if (mask.Length > 0)
        {
            request.UpdateMask = new FieldMask { Paths = { mask } };
        }
        return (await host.Profiles.UpdateProfileAsync(request, cancellationToken: Token)).Profile;
    }

    public static async Task<StatusCode> CodeOf<T>(AsyncUnaryCall<T> call) =>
        (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode;

    public static async Task<StatusCode> CodeOf(Task call) => (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode;
}
