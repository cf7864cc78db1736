using CareerRecs.Matching.V1;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.ServiceDefaults.Errors;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Consent of people to the purposes for which questions about their stored profiles are asked.</summary>
internal static class Consent
{
    /// <summary>FAILED_PRECONDITION unless the person consented to the purpose of the call.</summary>
    /// <param name="caller">Who asks, and for which purpose.</param>
    /// <param name="profile">The stored profile.</param>
    public static void Require(Caller caller, Profile profile)
    {
        if (Covers(profile, caller.Purpose))
        {
            return;
        }

        throw Errors.FailedPrecondition(
            "CONSENT_MISSING",
            $"The person did not consent to the purpose '{caller.Purpose}'. Add it to the profile's purposes once they do, "
                + $"or state what the call is for in {CallPurpose.Header}.",
            ("resource", profile.Name),
            ("purpose", caller.Purpose)
        );
    }

    private static bool Covers(Profile profile, string purpose) =>
        profile.ConsentPurpose == purpose || profile.Purposes.Contains(purpose);
}
