using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles.Layers;
using CareerRecs.ServiceDefaults.Auth;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Rows of an HR system, and what became of each.</summary>
internal sealed class Feed
{
    private readonly IReadOnlyCollection<FieldDescriptor>? _fields;

    public Feed(Caller caller, IReadOnlyList<Profile> rows, FieldMask? mask)
    {
        (Caller, Rows, Results) = (caller, rows, new UpsertResult[rows.Count]);
        _fields = mask is { Paths.Count: > 0 } ? ProfileFields.InMask(mask, new Profile()) : null;
    }

    /// <summary>The tenant that the people belong to.</summary>
    public Caller Caller { get; }

    /// <summary>The rows as sent.</summary>
    public IReadOnlyList<Profile> Rows { get; }

    /// <summary>One result a row.</summary>
    public UpsertResult[] Results { get; }

    /// <summary>
    /// Replaces what the HR system stated before by a row. Without a mask the row is all that the HR system knows of the person;
    /// consent and retention that it leaves out stay.
    /// </summary>
    public ProfileContent ApplyRow(int row, ProfileContent content)
    {
        var sent = Rows[row];
        ProfileFields.Copy(Facts.Own.Intersect(_fields ?? ProfileFields.InMask(null, sent)), sent, content.Own);
        content.Own.ExternalId = sent.ExternalId;
        content.Layers.Replace(FactSource.Hr, ProfileFields.SettableOnly(sent), _fields);
        return content;
    }

    /// <summary>Records that a row was stored.</summary>
    public void MarkStored(int row, Profile profile, UpsertOutcome outcome) =>
        Results[row] = new UpsertResult
        {
            ExternalId = profile.ExternalId,
            Profile = profile.Name,
            Outcome = outcome,
        };

    /// <summary>Records that a row was refused.</summary>
    public void MarkFailed(int row, RpcException refused) =>
        Results[row] = new UpsertResult
        {
            ExternalId = Rows[row].ExternalId,
            Outcome = UpsertOutcome.Failed,
            Error = refused.Status.Detail,
            Status = refused.GetRpcStatus(),
        };
}
