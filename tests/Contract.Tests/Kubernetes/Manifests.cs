using System.Collections.Concurrent;
using k8s;

namespace CareerRecs.Contract.Tests.Kubernetes;

/// <summary>
/// The objects of <c>deploy/kubernetes</c>, parsed strictly: an unknown field, a key given twice or a wrong type fails.
/// Rendered by <c>kubectl kustomize</c> where that is installed, else the files of the folder as they are.
/// </summary>
internal static class Manifests
{
    public static readonly string Root = FindRoot();

    private static readonly ConcurrentDictionary<string, Lazy<Task<List<object>>>> Loaded = new();

    public static bool CanRender { get; } = Tool.IsInstalled("kubectl");

    /// <summary>The objects of a folder; rendering takes a second, so each is rendered once.</summary>
    public static Task<List<object>> LoadAsync(string folder) => Loaded.GetOrAdd(folder, f => new(() => ReadAsync(f))).Value;

    public static List<object> Parse(string yaml) => KubernetesYaml.LoadAllFromString(yaml, strict: true);

    private static async Task<List<object>> ReadAsync(string folder)
    {
        var path = Path.Combine(Root, "deploy", "kubernetes", folder);
        if (CanRender)
            return Parse(await Tool.RunAsync("kubectl", "kustomize", path));
        var files = Directory.GetFiles(path, "*.yaml").Where(f => Path.GetFileName(f) != "kustomization.yaml").Order(StringComparer.Ordinal);
        return Parse(string.Join("\n---\n", await Task.WhenAll(files.Select(f => File.ReadAllTextAsync(f)))));
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Directory.Packages.props")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new DirectoryNotFoundException($"No repository above {AppContext.BaseDirectory}.");
    }
}
