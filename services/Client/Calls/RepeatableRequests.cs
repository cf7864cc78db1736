using CareerRecs.Matching.V1;
using Google.Protobuf;

namespace CareerRecs.Client.Calls;

/// <summary>
/// Changes that may be sent twice, as the second one finds what the first one made: creates with a <c>request_id</c>, and changes
/// that state a whole without an <c>etag</c>. With an etag the second would be refused as stale, though the first was made.
/// </summary>
internal static class RepeatableRequests
{
    /// <summary>Whether the requests of a method decide it, and not the method.</summary>
    public static bool DecideFor(string service, string method) =>
        service == ProfileService.Descriptor.FullName && method == nameof(ProfileService.ProfileServiceBase.UpsertProfiles);

    /// <summary>Whether the request may be sent twice.</summary>
    public static bool Contains(object? request) =>
        request switch
        {
            UpsertProfilesRequest upsert => upsert.Profiles.All(profile => profile.Etag.Length == 0),
            UpdateProfileRequest update => update.Profile is not { Etag.Length: > 0 },
            SetProfileDocumentRequest document => document.Etag.Length == 0,
            ReplaceLearningResourcesRequest replace => replace.Etag.Length == 0,
            UpdateTenantSettingsRequest settings => settings.TenantSettings is not { Etag.Length: > 0 },
            IMessage message => HasRequestId(message),
            _ => false,
        };

    private static bool HasRequestId(IMessage message) =>
        message.Descriptor.FindFieldByName("request_id")?.Accessor.GetValue(message) is string { Length: > 0 };
}
