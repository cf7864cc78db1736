using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using CareerRecs.Cli.Importing;
using CareerRecs.Cli.Shell;
using CareerRecs.Cli.Tests.Fakes;

namespace CareerRecs.Cli.Tests.Importing;

public sealed class TableArchiveTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tables_of_a_folder_become_the_same_zip_each_time_and_nothing_else_is_taken()
    {
        using var shell = new TestShell();
        var folder = Directory.CreateDirectory(Path.Combine(shell.Home, "ESCO v1.1.1")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "more"));
        await File.WriteAllTextAsync(Path.Combine(folder, "skills_en.csv"), "a", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "more", "Skills.TXT"), "b", Cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "picture.png"), "c", Cancel);
        File.CreateSymbolicLink(Path.Combine(folder, "link.txt"), shell.File("secret.txt", "d"));

        using var first = await TableArchive.OfFolderAsync(folder + Path.DirectorySeparatorChar, shell.Home, Cancel);
        using var second = await TableArchive.OfFolderAsync(folder, shell.Home, Cancel);

        Assert.Equal("ESCO v1.1.1.zip", first.Name);
        Assert.Equal(first.Sha256, second.Sha256);
        Assert.Equal([("Skills.TXT", "b"), ("skills_en.csv", "a")], await ContentAsync(first));
    }

    [Fact]
    public async Task Of_a_tar_only_names_and_content_of_plain_files_are_taken()
    {
        using var shell = new TestShell();
        var tar = await TarAsync(
            shell,
            "db_29_0_text_partial.tgz",
            writer =>
            {
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, "../../etc/Skills.txt")
                    {
                        DataStream = new MemoryStream("x"u8.ToArray()),
                    }
                );
                writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "Knowledge.txt") { LinkName = "/etc/passwd" });
            }
        );

        using var zip = await TableArchive.OfTarAsync(tar, shell.Home, Cancel);

        Assert.Equal("db_29_0_text_partial.zip", zip.Name);
        Assert.Equal([("Skills.txt", "x")], await ContentAsync(zip));
    }

    [Fact]
    public async Task What_holds_no_table_or_is_cut_off_is_refused_and_leaves_nothing_behind()
    {
        using var shell = new TestShell();
        var scratch = Path.Combine(shell.Home, "scratch");
        var empty = Directory.CreateDirectory(Path.Combine(shell.Home, "empty")).FullName;
        Assert.Contains(
            "no .txt or .csv",
            (await Assert.ThrowsAsync<CommandException>(() => TableArchive.OfFolderAsync(empty, scratch, Cancel))).Message,
            StringComparison.Ordinal
        );

        var broken = await SourceFile.OfAsync(shell.File("broken.tar.gz", "no gzip"), 1 << 20, Cancel);
        Assert.Contains(
            "not a whole tar.gz",
            (await Assert.ThrowsAsync<CommandException>(() => TableArchive.OfTarAsync(broken, scratch, Cancel))).Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFiles(scratch));
    }

    [Fact]
    public async Task A_stream_is_not_read_beyond_its_bound()
    {
        await using var stream = new BoundedStream(new MemoryStream(new byte[100]), 99, "bomb.tgz");
        Assert.Contains(
            "bomb.tgz",
            (await Assert.ThrowsAsync<CommandException>(() => stream.CopyToAsync(Stream.Null, Cancel))).Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<SourceFile> TarAsync(TestShell shell, string name, Action<TarWriter> fill)
    {
        var path = Path.Combine(shell.Home, name);
        await using (var file = File.Create(path))
        await using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        await using (var writer = new TarWriter(gzip))
        {
            fill(writer);
        }
        return await SourceFile.OfAsync(path, 1 << 20, Cancel);
    }

    private static async Task<List<(string Name, string Text)>> ContentAsync(SourceFile file)
    {
        await using var zip = await ZipFile.OpenReadAsync(file.Path, Cancel);
        var content = new List<(string, string)>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancel), Encoding.UTF8);
            content.Add((entry.FullName, await reader.ReadToEndAsync(Cancel)));
        }

        return [.. content.OrderBy(c => c.Item1, StringComparer.Ordinal)];
    }
}
