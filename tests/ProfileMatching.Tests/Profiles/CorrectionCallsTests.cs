using CareerRecs.Matching.V1;
using CareerRecs.ProfileMatching.Tests.Engine;
using CareerRecs.ProfileMatching.Understanding;
using CareerRecs.Testing.Documents;
using CareerRecs.Types.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace CareerRecs.ProfileMatching.Tests.Profiles;

/// <summary>What a person put right, through the calls that could undo it.</summary>
public sealed class CorrectionCallsTests
{
    private static readonly ProfileSkill NotMine = new()
    {
        Text = "Java",
        Proficiency = Proficiency.None,
        Source = SkillSource.Corrected,
    };
    private static readonly ProfileSkill Added = new()
    {
        Text = "Go",
        Proficiency = Proficiency.Basic,
        Source = SkillSource.Corrected,
    };

    [Fact]
    public async Task They_survive_an_update_with_what_was_read_and_end_with_a_list_of_the_persons_own()
    {
        await using var host = await ProfileHost.StartAsync();
        var created = await host.CreateAsync(new Profile { Skills = { NotMine, Added } });

        var read = await UpdateAsync(
            host,
            created.Name,
            new ProfileSkill { Text = "JAVA", Source = SkillSource.Extracted },
            new ProfileSkill { Text = "SQL", Source = SkillSource.Extracted }
        );
        Assert.Equal([NotMine, new ProfileSkill { Text = "SQL", Source = SkillSource.Extracted }, Added], read.Skills);

        var own = await UpdateAsync(host, created.Name, new ProfileSkill { Text = "Java", Source = SkillSource.Stated });
        Assert.Equal("Java", Assert.Single(own.Skills).Text);
    }

    [Fact]
    public async Task They_win_over_the_document_that_they_come_with()
    {
        await using var host = await ProfileHost.StartAsync();
        var document = new Document
        {
            Content = ByteString.CopyFrom(WordFile.Of("Skills\nJava, Go, SQL")),
            StoreText = true,
            Stated = new Profile { Skills = { NotMine, Added } },
        };

        var created = (
            await host.Profiles.CreateProfileAsync(
                new CreateProfileRequest { Subject = new Subject { Document = document } },
                cancellationToken: TestContext.Current.CancellationToken
            )
        ).Profile;

        Assert.Equal([NotMine, Added], created.Skills.Where(s => s.Text is "Java" or "Go"));
        var export = await host.Profiles.ExportProfileAsync(
            new ExportProfileRequest { Name = created.Name },
            cancellationToken: TestContext.Current.CancellationToken
        );
        Assert.Equal("Skills\nJava, Go, SQL\n", export.DocumentText);
    }

    [Fact]
    public void They_win_under_whatever_writing_the_skill_was_read()
    {
        var profile = new Profile
        {
            Skills =
            {
                new ProfileSkill { Text = "deep-learning", Source = SkillSource.Extracted },
                new ProfileSkill
                {
                    Text = "Deep learning",
                    Proficiency = Proficiency.None,
                    Source = SkillSource.Corrected,
                },
            },
        };

        var understood = Understander.Read(profile, MadeUpCatalog.Index, new DateOnly(2026, 11, 1));

        Assert.Equal(SkillSource.Corrected, Assert.Single(understood.Shown.Skills).Source);
        Assert.Equal(0, Assert.Single(understood.Evidence.Skills).Proficiency);
    }

    private static async Task<Profile> UpdateAsync(ProfileHost host, string name, params ProfileSkill[] skills) =>
        (
            await host.Profiles.UpdateProfileAsync(
                new UpdateProfileRequest
                {
                    Profile = new Profile { Name = name, Skills = { skills } },
                    UpdateMask = new FieldMask { Paths = { "skills" } },
                },
                cancellationToken: TestContext.Current.CancellationToken
            )
        ).Profile;
}
