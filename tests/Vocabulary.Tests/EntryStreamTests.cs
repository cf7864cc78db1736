using CareerRecs.Catalog.V1;

namespace CareerRecs.Vocabulary.Tests;

public sealed class EntryStreamTests
{
    [Fact]
    public void The_bytes_do_not_depend_on_the_order_in_which_entries_came()
    {
        CatalogEntry[] entries =
        [
            new() { Role = new Role { Name = "catalogs/test/roles/b" } },
            new() { Skill = new Skill { Name = "catalogs/test/skills/z" } },
            new() { Field = new Field { Name = "catalogs/test/fields/f" } },
            new() { Role = new Role { Name = "catalogs/test/roles/a" } },
        ];

        var bytes = EntryStream.Write(entries);

        Assert.Equal(EntryStream.Digest(bytes), EntryStream.Digest(EntryStream.Write(entries.Reverse())));
        Assert.Equal(
            ["catalogs/test/skills/z", "catalogs/test/fields/f", "catalogs/test/roles/a", "catalogs/test/roles/b"],
            EntryStream.Read(bytes).Select(EntryStream.NameOf)
        );
    }

    [Fact]
    public void Bytes_that_end_anywhere_but_behind_an_entry_are_refused()
    {
        var bytes = EntryStream.Write([
            new CatalogEntry
            {
                Skill = new Skill { Name = "catalogs/test/skills/z", Title = new string('z', 300) },
            },
        ]);
        for (var end = 1; end < bytes.Length; end++)
        {
            Assert.Throws<InvalidDataException>(() => EntryStream.Read(bytes.AsMemory(0, end)).ToList());
        }
        Assert.Throws<InvalidDataException>(() => EntryStream.Read(new byte[] { 255, 255, 255, 255, 255, 255 }).ToList());
    }
}
