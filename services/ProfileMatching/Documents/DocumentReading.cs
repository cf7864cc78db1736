using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Understanding.Documents;
using CareerRecs.ProfileMatching.Understanding.Extraction;
using CareerRecs.ServiceDefaults.Auth;
using CareerRecs.Vocabulary;
using Google.Protobuf;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>A document as a caller sent it.</summary>
/// <param name="Caller">Whose document it is.</param>
/// <param name="Document">The document.</param>
/// <param name="Path">Path of its field in the request, for errors.</param>
internal sealed record SentDocument(Caller Caller, Document Document, string Path);

/// <summary>
/// Reads callers' documents so that none of them hurts the host: within its room, and in a process of its own where a parser is
/// needed.
/// </summary>
internal sealed class DocumentReading(DocumentRoom room, ReaderPool readers, DocumentOptions options)
{
    /// <summary>
    /// The document as plain text, to be read several times at the cost of one; plain text and Markdown as they are.
    /// </summary>
    /// <param name="sent">The document.</param>
    /// <param name="cancellationToken">Ends the reading, and the process that reads.</param>
    public async ValueTask<Document> ToTextAsync(SentDocument sent, CancellationToken cancellationToken)
    {
        var document = sent.Document;
        if (!NeedsProcess(document))
        {
            return document;
        }

        using var place = await room.EnterAsync(sent.Caller.Tenant, sent.Document.Content.Length, cancellationToken);
        var content = await ReadContentAsync(sent, cancellationToken);
        return new Document
        {
            Content = ByteString.CopyFromUtf8(content.Text),
            Format = DocumentFormat.Text,
            StoreText = document.StoreText,
            Stated = document.Stated,
        };
    }

    /// <summary>The document read against a catalog version.</summary>
    /// <param name="sent">The document.</param>
    /// <param name="snapshot">The catalog version that knows its words.</param>
    /// <param name="today">End date for ongoing jobs.</param>
    /// <param name="cancellationToken">Ends the reading, and the process that reads.</param>
    public async ValueTask<ReadDocument> ReadAsync(
        SentDocument sent,
        CatalogSnapshot snapshot,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        using var place = await room.EnterAsync(sent.Caller.Tenant, sent.Document.Content.Length, cancellationToken);
        var content = await ReadContentAsync(sent, cancellationToken);
        return DocumentReader.ReadContent(content, sent.Document.Stated, snapshot, today, cancellationToken);
    }

    private bool NeedsProcess(Document document) =>
        !options.InProcess && DocumentContent.NeedsProcess(document.Content.Memory, document.Format);

    private async ValueTask<ReadContent> ReadContentAsync(SentDocument sent, CancellationToken cancellationToken)
    {
        var document = sent.Document;
        if (!NeedsProcess(document))
        {
            return DocumentContent.Read(document, sent.Path, cancellationToken);
        }

        try
        {
            return await readers.ReadAsync(document.Content.Memory, document.Format, cancellationToken);
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw unreadable.AsInvalidArgument(sent.Path);
        }
    }
}
