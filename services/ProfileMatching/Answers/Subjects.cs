using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ProfileMatching.Profiles;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ServiceDefaults.Auth;

namespace CareerRecs.ProfileMatching.Answers;

/// <summary>Who a question is about, read once.</summary>
/// <param name="Understood">The person as understood.</param>
/// <param name="NotWanted">Roles, families or titles that the person does not want: wishes, no evidence.</param>
/// <param name="Revision">Revision of the stored profile; 0 for inline ones and documents.</param>
internal sealed record AskedAbout(Understood Understood, IReadOnlyCollection<string> NotWanted, long Revision)
{
    /// <summary>
    /// Titles or families that the person wants: wishes too. They say where to look, and nothing of what the person can do.
    /// </summary>
    public IReadOnlyCollection<string> Interests { get; init; } = [];

    /// <summary>A person as understood, with what the profile wishes.</summary>
    public static AskedAbout Of(Understood understood, Profile profile, long revision = 0) =>
        new(understood, profile.NotThis, revision) { Interests = profile.Interests };
}

/// <summary>Turns the subject of a question into evidence against one catalog version.</summary>
internal sealed class Subjects(ProfileReader profiles, DocumentReading documents, TimeProvider time)
{
    /// <summary>
    /// Reads the subject. NOT_FOUND for a stored profile that is not there, FAILED_PRECONDITION for one without the consent that
    /// its tenant requires.
    /// </summary>
    public async ValueTask<AskedAbout> ReadAsync(
        Caller caller,
        Subject subject,
        CatalogHandle catalog,
        CancellationToken cancellationToken
    )
    {
        switch (subject.SubjectCase)
        {
            case Subject.SubjectOneofCase.Profile:
                var stored = await profiles.GetForQuestionAsync(caller, subject.Profile, cancellationToken);
                return AskedAbout.Of(Understander.Read(stored.Profile, catalog.Index, Today), stored.Profile, stored.Revision);
            case Subject.SubjectOneofCase.Document:
                var (read, understood) = await ReadAsync(
                    caller,
                    subject.Document,
                    "subject.document",
                    catalog,
                    cancellationToken
                );
                return AskedAbout.Of(understood, read.Profile);
            default:
                ProfileRules.Require(subject.InlineProfile, "subject.inline_profile");
                return AskedAbout.Of(Understander.Read(subject.InlineProfile, catalog.Index, Today), subject.InlineProfile);
        }
    }

    /// <summary>
    /// Which stored profile is asked about, and its revision; null for all others. Looks for the tombstone too: an erased profile
    /// has no answers, cached or not, and is NOT_FOUND.
    /// </summary>
    public async ValueTask<ProfileStamp?> GetStampAsync(Caller caller, Subject subject, CancellationToken cancellationToken) =>
        subject.SubjectCase == Subject.SubjectOneofCase.Profile
            ? await profiles.GetStampAsync(caller, subject.Profile, cancellationToken)
            : null;

    /// <summary>
    /// The different people among the subjects: the same subject twice, or a stored profile under two names, is one person.
    /// </summary>
    public async ValueTask<IReadOnlyList<Subject>> FindDistinctAsync(
        Caller caller,
        IEnumerable<Subject> subjects,
        CancellationToken cancellationToken
    )
    {
        var people = new HashSet<Subject>();
        foreach (var subject in subjects)
        {
            var stamp = await GetStampAsync(caller, subject, cancellationToken);
            people.Add(stamp is null ? subject : new Subject { Profile = StoredProfiles.NameOf(stamp.Id) });
        }

        return [.. people];
    }

    /// <summary>The date, UTC, up to which a job still held counts.</summary>
    public DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>A document read and understood; <paramref name="path"/> is where in the request it stands.</summary>
    public async ValueTask<(ReadDocument Read, Understood Understood)> ReadAsync(
        Caller caller,
        Document document,
        string path,
        CatalogHandle catalog,
        CancellationToken cancellationToken
    )
    {
        ProfileRules.Require(document.Stated, $"{path}.stated");
        var read = await documents.ReadAsync(
            new SentDocument(caller, document, path),
            catalog.Snapshot,
            Today,
            cancellationToken
        );
        return (read, Understander.Read(read, catalog.Index, Today));
    }

    /// <summary>The subject with its document, if it has one, as text: for questions that are put to several catalogs.</summary>
    public async ValueTask<Subject> WithTextAsync(Caller caller, Subject subject, CancellationToken cancellationToken) =>
        subject.SubjectCase == Subject.SubjectOneofCase.Document
            ? new Subject
            {
                Document = await documents.ToTextAsync(
                    new SentDocument(caller, subject.Document, "subject.document"),
                    cancellationToken
                ),
            }
            : subject;
}
