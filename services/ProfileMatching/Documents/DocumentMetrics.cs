using System.Diagnostics.Metrics;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>Metrics of reading documents. Nothing in them tells whose documents they are.</summary>
internal sealed class DocumentMetrics
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CareerRecs.Documents";

    private readonly UpDownCounter<long> _admitted;
    private readonly UpDownCounter<long> _waiting;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _ended;
    private readonly Counter<long> _failedStarts;

    /// <summary>Creates the instruments.</summary>
    public DocumentMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _admitted = meter.CreateUpDownCounter<long>(
            "careerrecs.documents.admitted",
            "By",
            "Bytes of the documents that are read or wait for it."
        );
        _waiting = meter.CreateUpDownCounter<long>(
            "careerrecs.documents.waiting",
            "{document}",
            "Documents that wait to be read."
        );
        _refused = meter.CreateCounter<long>(
            "careerrecs.documents.refused",
            "{document}",
            "Documents refused because too many bytes were admitted."
        );
        _ended = meter.CreateCounter<long>("careerrecs.documents.ended", "{process}", "Reader processes that ended, by how.");
        _failedStarts = meter.CreateCounter<long>(
            "careerrecs.documents.failed_starts",
            "{process}",
            "Reader processes that did not start."
        );
    }

    public void Admitted(long bytes) => _admitted.Add(bytes);

    public void Waiting(int change) => _waiting.Add(change);

    public void Refused() => _refused.Add(1);

    public void Ended(ReaderEnd how) =>
        _ended.Add(1, new KeyValuePair<string, object?>("how", how.ToString().ToLowerInvariant()));

    public void FailedStart() => _failedStarts.Add(1);
}
