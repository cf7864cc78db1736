using CareerRecs.Matching.Storage.V1;
using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Profiles.Layers;
using Google.Protobuf.Reflection;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>Content of a profile row: own fields, layers and document text.</summary>
/// <param name="Own">The fields that belong to the profile and to no source; other fields are not looked at.</param>
/// <param name="Layers">What each source states.</param>
/// <param name="DocumentText">The text that a document was read from; empty: not kept.</param>
internal sealed record ProfileContent(Profile Own, ProfileLayers Layers, string DocumentText)
{
    /// <summary>Content of a stored record, for a change at the given time.</summary>
    public static ProfileContent FromRecord(ProfileRecord record, DateTimeOffset now) =>
        new(record.Profile?.Clone() ?? new Profile(), ProfileLayers.FromRecord(record, now), record.DocumentText);

    /// <summary>Takes fields as the person states them, and those of the profile itself.</summary>
    public void StateByPerson(Profile stated, IReadOnlyCollection<FieldDescriptor> fields)
    {
        ProfileFields.Copy(Facts.Own.Intersect(fields), stated, Own);
        Layers.StateByPerson(stated, fields);
    }

    /// <summary>With a document in place of the former one.</summary>
    public ProfileContent WithDocument(DocumentFacts document)
    {
        Layers.Replace(FactSource.Document, document.Facts);
        return this with { DocumentText = document.Text };
    }

    /// <summary>The profile merged from its layers, and the layers; what only the row knows is not set.</summary>
    public ProfileRecord ToRecord()
    {
        var merged = LayerMerge.FromLayers(Layers.All);
        var record = new ProfileRecord { Profile = merged.Profile, DocumentText = DocumentText };
        ProfileFields.Copy(Facts.Own, Own, record.Profile);
        record.Profile.CreateTime = Own.CreateTime;
        record.Profile.Origins.AddRange(merged.Origins);
        record.Layers.AddRange(Layers.All);
        return record;
    }
}
