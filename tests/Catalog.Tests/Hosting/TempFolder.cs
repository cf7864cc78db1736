namespace CareerRecs.Catalog.Tests.Hosting;

/// <summary>A folder that several hosts of one test use, one after the other or at once; gone with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("careerrecs-catalog-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
