using System.Runtime.CompilerServices;
using CareerRecs.Cli.Rendering;

namespace CareerRecs.Cli.Tests;

/// <summary>Layouts held in files. UPDATE_GOLDEN=1 writes what is printed now, for the reviewer to read in the diff.</summary>
internal static class Golden
{
    public static void Holds(string name, Action<Page> render, [CallerFilePath] string test = "")
    {
        var page = new Page();
        render(page);
        Holds(name, page.ToString(), test);
    }

    public static void Holds(string name, string actual, [CallerFilePath] string test = "")
    {
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            var project = new DirectoryInfo(Path.GetDirectoryName(test)!);
            while (project!.GetFiles("*.csproj").Length == 0)
            {
                project = project.Parent;
            }
            File.WriteAllText(Path.Combine(project.FullName, "Golden", name), actual);
            return;
        }
        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)), actual);
    }
}
