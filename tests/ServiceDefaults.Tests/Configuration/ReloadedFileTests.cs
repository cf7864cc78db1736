using CareerRecs.ServiceDefaults.Configuration;
using CareerRecs.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CareerRecs.ServiceDefaults.Tests.Configuration;

public sealed class ReloadedFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("careerrecs-reloaded-").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly ErrorLog _log = new();
    private int _parsed;

    private string FilePath => Path.Combine(_folder, "value");

    private IReadOnlyList<string> Warnings => [.. _log.Lines.Select(line => line.Message)];

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _log.Dispose();
    }

    [Fact]
    public void A_changed_file_counts_after_a_second_and_an_unchanged_one_is_parsed_once()
    {
        File.WriteAllText(FilePath, "first");
        var file = Create();
        File.WriteAllText(FilePath, "second");
        Assert.Equal("first", file.GetCurrent());

        PassSecond();
        Assert.Equal("second", file.GetCurrent());
        PassSecond();
        Assert.Equal("second", file.GetCurrent());
        Assert.Equal(2, _parsed);
    }

    [Fact]
    public void A_change_that_leaves_the_time_of_the_file_counts()
    {
        File.WriteAllText(FilePath, "first");
        var written = File.GetLastWriteTimeUtc(FilePath);
        var file = Create();

        File.WriteAllText(FilePath, "other");
        File.SetLastWriteTimeUtc(FilePath, written);
        PassSecond();

        Assert.Equal("other", file.GetCurrent());
    }

    [Fact]
    public void A_secret_that_Kubernetes_changes_by_its_link_counts()
    {
        // A mounted secret: value -> ..data/value, ..data -> a folder of this version. Only ..data changes.
        foreach (var version in new[] { "first", "second" })
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, version)).FullName, "value"), version);
        }
        var data = Path.Combine(_folder, "..data");
        Directory.CreateSymbolicLink(data, Path.Combine(_folder, "first"));
        File.CreateSymbolicLink(FilePath, Path.Combine("..data", "value"));
        var file = Create();

        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, Path.Combine(_folder, "second"));
        PassSecond();

        Assert.Equal("second", file.GetCurrent());
    }

    [Fact]
    public void A_file_that_cannot_be_used_leaves_the_value_and_is_logged_once()
    {
        File.WriteAllText(FilePath, "good");
        var file = Create();

        File.WriteAllText(FilePath, "broken");
        PassSecond();
        Assert.Equal("good", file.GetCurrent());
        Assert.Equal("it is broken", file.FindProblem());
        PassSecond();
        Assert.Equal("good", file.GetCurrent());
        Assert.Equal([$"\"{FilePath}\" cannot be used, what was read before stays: it is broken. Mend it."], Warnings);

        File.Delete(FilePath);
        PassSecond();
        Assert.Equal("good", file.GetCurrent());
        Assert.Equal("it is not there", file.FindProblem());
        Assert.Equal(2, Warnings.Count);

        File.WriteAllText(FilePath, "good");
        PassSecond();
        Assert.Null(file.FindProblem());
        Assert.Equal("good", file.GetCurrent());
    }

    [Fact]
    public void A_file_that_cannot_be_used_stops_the_start()
    {
        var missing = Assert.Throws<SettingException>(Create);
        Assert.Equal($"Test__File: \"{FilePath}\" cannot be used: it is not there. Mend it.", missing.Message);

        File.WriteAllText(FilePath, "broken");
        Assert.EndsWith("it is broken. Mend it.", Assert.Throws<SettingException>(Create).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_belong_together_are_looked_at_together()
    {
        var other = Path.Combine(_folder, "other");
        File.WriteAllText(FilePath, "a");
        File.WriteAllText(other, "b");
        var file = new ReloadedFile<string>(
            new SettingFile("Test:File", "Mend it.", FilePath, other),
            texts => string.Join('+', texts),
            _time,
            _log.CreateLogger("test")
        );
        Assert.Equal("a+b", file.GetCurrent());

        File.WriteAllText(other, "c");
        PassSecond();

        Assert.Equal("a+c", file.GetCurrent());
    }

    private void PassSecond() => _time.Advance(ReloadedFiles.LookEvery);

    private ReloadedFile<string> Create() =>
        new(new SettingFile("Test:File", "Mend it.", FilePath), Parse, _time, _log.CreateLogger("test"));

    private string Parse(IReadOnlyList<string> texts)
    {
        _parsed++;
        return texts[0] == "broken" ? throw new FormatException("it is broken") : texts[0];
    }
}
