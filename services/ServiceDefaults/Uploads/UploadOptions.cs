using System.ComponentModel.DataAnnotations;

namespace CareerRecs.ServiceDefaults.Uploads;

/// <summary>Where files lie while they are imported, and how many at once. Section <c>Uploads</c>.</summary>
public sealed class UploadOptions
{
    /// <summary>
    /// Folder of the files, on a disk with room for <see cref="MaxConcurrent"/> of the largest (a catalog: 512 MiB). Default:
    /// <c>uploads</c> in <c>Database:Directory</c>, else in the folder for temporary files.
    /// </summary>
    public string Directory { get; set; } = "";

    /// <summary>
    /// Files that are received or read at once, of one tenant all but one; further ones get RESOURCE_EXHAUSTED. Default: 3, at
    /// most 100.
    /// </summary>
    [Range(1, 100)]
    public int MaxConcurrent { get; set; } = 3;
}
