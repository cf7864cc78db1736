namespace CareerRecs.Contract.Tests;

internal static class RepositoryRoot
{
    /// <summary>The folder of the solution.</summary>
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "CareerRecs.sln")) ? folder : Find(Directory.GetParent(folder)!.FullName);
}
