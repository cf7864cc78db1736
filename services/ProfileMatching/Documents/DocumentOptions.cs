using System.ComponentModel.DataAnnotations;

namespace CareerRecs.ProfileMatching.Documents;

/// <summary>How much of the host the reading of documents may take. Section <c>Documents</c>.</summary>
public sealed class DocumentOptions
{
    /// <summary>Most memory of a process that reads a document: its heap, and the runtime around it.</summary>
    public const long WorkerBytes = 250_000_000;

    /// <summary>Documents read at once, each by a process of at most 250 MB. Default: 3.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 3;

    /// <summary>Longest time in which a process reads its document; then it is killed. Default: 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:30")]
    public TimeSpan ReadingTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest time in which a process starts. Default: 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan StartTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the process for the next document is started as soon as one is done. Default: true.</summary>
    public bool StartAhead { get; set; } = true;

    /// <summary>
    /// Bytes of the documents that are read or wait for it; of one tenant, half of them. What is beyond is refused with
    /// RESOURCE_EXHAUSTED. Default: 64 MiB.
    /// </summary>
    [Range(32 << 20, 1 << 30)]
    public int AdmittedBytes { get; set; } = 64 << 20;

    /// <summary>
    /// Read every document in the host's own process. For a host that reads only its owner's documents; one bad document of
    /// another can end it. Default: false.
    /// </summary>
    public bool InProcess { get; set; }
}
