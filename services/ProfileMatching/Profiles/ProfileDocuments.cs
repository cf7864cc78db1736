using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Documents;
using CareerRecs.ProfileMatching.Profiles.Layers;
using CareerRecs.ProfileMatching.Snapshots;
using CareerRecs.ProfileMatching.Storage;
using CareerRecs.ServiceDefaults.Auth;
using Microsoft.EntityFrameworkCore;

namespace CareerRecs.ProfileMatching.Profiles;

/// <summary>A document of a request.</summary>
/// <param name="Document">The document.</param>
/// <param name="Path">Where in the request it stands, for what is refused.</param>
/// <param name="Catalog"><c>catalogs/{catalog}</c> by which it is read; empty: the tenant's default.</param>
internal sealed record DocumentSource(Document Document, string Path, string Catalog);

/// <summary>Facts read from a document about a person.</summary>
/// <param name="Facts">The facts, without those stated beside the document.</param>
/// <param name="Text">The text to keep; empty: none.</param>
internal sealed record DocumentFacts(Profile Facts, string Text);

/// <summary>Reads documents about people whose profiles are stored.</summary>
internal sealed class ProfileDocuments(
    IDbContextFactory<MatchingDb> databases,
    SnapshotLibrary library,
    DocumentReading documents,
    StoredProfiles profiles,
    TimeProvider clock
)
{
    /// <summary>Reads the facts of a document. INVALID_ARGUMENT if `stated` beside it breaks a rule.</summary>
    public async Task<DocumentFacts> ReadAsync(Caller caller, DocumentSource source, CancellationToken cancellationToken)
    {
        ProfileRules.Require(source.Document.Stated, $"{source.Path}.stated");
        var catalog = await library.GetAsync(caller, source.Catalog, null, cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var alone = new Document { Content = source.Document.Content, Format = source.Document.Format };
        var read = await documents.ReadAsync(
            new SentDocument(caller, alone, source.Path),
            catalog.Snapshot,
            today,
            cancellationToken
        );
        var facts = ProfileFields.SettableOnly(read.Profile);
        // Set by the server: this is where it does.
        // Terms that no role uses tell nothing here, and may tell who the person is.
        facts.Terms.AddRange(read.Profile.Terms.Where(t => catalog.Index.Text.Knows(t.Term)));
        return new DocumentFacts(facts, source.Document.StoreText ? read.Text : "");
    }

    /// <summary>Puts a document of a stored person in place of the former one.</summary>
    public async Task<Profile> SetAsync(Caller caller, SetProfileDocumentRequest request, CancellationToken cancellationToken)
    {
        var source = new DocumentSource(request.Document, "document", request.Catalog);
        var facts = await ReadAsync(caller, source, cancellationToken);
        return await Conflicts.RetryAsync(() => TrySetAsync(caller, request, facts, cancellationToken));
    }

    private async Task<Profile> TrySetAsync(
        Caller caller,
        SetProfileDocumentRequest request,
        DocumentFacts facts,
        CancellationToken cancellationToken
    )
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await profiles.FindAsync(db, caller, ProfileName.Parse(request.Name), cancellationToken);
        var record = profiles.Read(row);
        StoredProfiles.RequireEtag(request.Etag, row);
        var now = clock.GetUtcNow();
        var content = ProfileContent.FromRecord(record, now).WithDocument(facts);
        if (request.Document.Stated is { } stated)
        {
            content.StateByPerson(stated, ProfileFields.InMask(null, stated));
        }

        await profiles.RequireFreeExternalIdAsync(db, row, content.Own.ExternalId, cancellationToken);
        var written = profiles.Write(db, row, content, now);
        await db.SaveChangesAsync(cancellationToken);
        return written.Profile;
    }
}
