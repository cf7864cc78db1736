using CareerRecs.Catalog.BuiltIn;
using CareerRecs.Catalog.Entries;
using CareerRecs.Catalog.Tests.Hosting;
using CareerRecs.Catalog.V1;

namespace CareerRecs.Catalog.Tests.Versions;

public sealed class EntryReferencesTests
{
    [Fact]
    public void Rewriting_reaches_every_resource_name_of_an_entry()
    {
        var role = Sample.Role("a", "cook");
        role.Successor = "catalogs/a/roles/baker";
        role.Ladder = new Ladder { Steps = { new LadderStep { Role = role.Name } } };
        role.RelatedRoles.Add(new RelatedRole { Role = role.Successor });
        role.LearningPath.Add(new LearningStage { Skills = { "catalogs/a/skills/python" } });
        role.MarketDemand = new MarketDemand { SoughtAfterRoles = { new SoughtAfterRole { Role = role.Name } } };
        var skill = Sample.Skill("a", "python");
        skill.Broader.Add("catalogs/a/skills/programming");
        skill.Related.Add(new RelatedSkill { Skill = "catalogs/a/skills/ruby" });
        var field = new Field
        {
            Name = "catalogs/a/fields/software",
            KeyRoles = { role.Name },
            MarketDemand = role.MarketDemand.Clone(),
            LearningPath = { role.LearningPath[0].Clone() },
        };

        foreach (
            var entry in new CatalogEntry[]
            {
                new() { Role = role },
                new() { Skill = skill },
                new() { Field = field },
            }
        )
        {
            EntryReferences.Rewrite(
                entry,
                reference => reference.Value.Replace("catalogs/a/", "catalogs/b/", StringComparison.Ordinal)
            );
            Assert.DoesNotContain("catalogs/a/", entry.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Looking_changes_nothing()
    {
        var entries = BuiltInCatalog.Read().Entries;
        var before = entries.Select(entry => entry.Clone()).ToList();
        foreach (var entry in entries)
        {
            EntryReferences.Visit(entry, _ => { });
        }
        Assert.Equal(before, entries);
    }
}
