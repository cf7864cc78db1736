using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.BuiltIn;

/// <summary>
/// The career guide on machine-learning specialists is in the catalog section by section, none of its items lost. Its figures
/// are held by <see cref="GuideFigureTests"/>, its roles and skills by <see cref="GuideRoleTests"/>.
/// </summary>
public sealed class GuideTests
{
    private static readonly Role Specialist = BuiltInData.Specialist;
    private static readonly Field Field = BuiltInData.Field;

    [Fact]
    public void Responsibilities_are_told_in_short_and_then_by_theme()
    {
        Assert.Equal("Key responsibilities", Specialist.Responsibilities[0].Title);
        Assert.Equal([6, 3, 4, 4, 4, 3, 3], Counts(Specialist.Responsibilities));
        Assert.Equal(5, Specialist.Requirements.KeyResponsibilities.Count);
    }

    [Fact]
    public void Requirements_tell_education_experience_certificates_and_techniques()
    {
        var requirements = Specialist.Requirements;
        Assert.Equal(
            [
                (EducationLevel.Bachelor, Demand.Required),
                (EducationLevel.Master, Demand.Preferred),
                (EducationLevel.Doctorate, Demand.Preferred),
            ],
            requirements.Education.Select(education => (education.Level, education.Demand))
        );
        Assert.Equal(5, requirements.Experience.Count);
        Assert.Equal("AWS Certified Machine Learning - Specialty", Assert.Single(requirements.Certifications).Title);
        Assert.Equal(
            [
                "Programming",
                "Machine learning libraries",
                "Learning methods",
                "Data science and software engineering",
                "Mathematics and statistics",
                "Tools and platforms",
            ],
            requirements.TechnicalSkills.Select(theme => theme.Title)
        );
        Assert.Equal(4, requirements.TechnicalSkills.Named("Tools and platforms").Items.Count);
    }

    [Fact]
    public void Ten_soft_skills_each_say_why()
    {
        Assert.Equal(10, Specialist.Requirements.SoftSkills.Count);
        Assert.All(Specialist.Requirements.SoftSkills, skill => Assert.NotEmpty(skill.Summary));
    }

    [Fact]
    public void The_way_into_the_work_has_five_stages()
    {
        string[] stages = ["Foundations", "Specialization", "Practice", "Continuous learning", "Certification"];
        Assert.Equal(stages, Specialist.LearningPath.Select(stage => stage.Title));
        Assert.Equal(stages, Field.LearningPath.Select(stage => stage.Title));
        Assert.Contains("portfolio", Field.LearningPath[2].Summary, StringComparison.Ordinal);
        Assert.Contains("competitions", Field.LearningPath[2].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Practices_challenges_and_what_moves_the_pay_are_complete()
    {
        Assert.Equal([4, 4, 4, 3, 4, 4, 3], Counts(Specialist.BestPractices));
        Assert.Equal(Enumerable.Repeat(3, 10), Counts(Specialist.Challenges));
        Assert.Equal(5, Specialist.PayFactors.Count);
    }

    [Fact]
    public void Environment_and_outlook_stand_on_the_role_and_on_the_field()
    {
        Assert.Equal((4, 3), (Specialist.WorkEnvironment.Count, Field.WorkEnvironment.Count));
        Assert.Equal((4, 4), (Specialist.Outlook.Count, Field.Outlook.Count));
        Assert.Equal(Field.Name, Specialist.Field);
    }

    [Fact]
    public void Demand_names_industries_employers_roles_and_skills()
    {
        var demand = Field.MarketDemand;
        Assert.Equal(["Finance", "Healthcare", "Retail", "Technology"], demand.Industries);
        Assert.Equal(["Google", "Amazon", "Microsoft"], demand.Employers.Named("Technology").Items);
        Assert.Equal(["JPMorgan Chase", "Goldman Sachs"], demand.Employers.Named("Finance").Items);
        Assert.Equal(["IBM", "Biogen"], demand.Employers.Named("Healthcare").Items);
        Assert.Equal(
            ["machine-learning-engineer", "data-scientist", "ai-research-scientist", "ai-product-manager"],
            demand.SoughtAfterRoles.Select(sought => ResourceName.IdOf(sought.Role))
        );
        Assert.All(demand.SoughtAfterRoles, sought => Assert.NotEmpty(sought.Summary));
        Assert.Equal([5, 2, 2, 2], demand.SoughtAfterRoles.Select(sought => sought.Skills.Count));
        Assert.Equal(
            ["Programming", "Mathematics", "Machine learning frameworks", "Data handling"],
            demand.SkillsInDemand.Select(group => group.Title)
        );
        Assert.Equal([3, 3, 3, 3], Counts(demand.SkillsInDemand));
    }

    [Fact]
    public void Trends_reach_from_demand_to_the_shortage_of_people()
    {
        Assert.Equal(
            [
                "Rising demand for specialists",
                "AI in every industry",
                "Automation and the labour market",
                "Rising skill requirements",
                "Growing market",
                "Deep learning",
                "Explainable AI",
                "Edge AI",
                "AutoML",
                "Shortage of skilled people",
            ],
            Field.Trends.Select(trend => trend.Title)
        );
        Assert.All(Field.Trends, trend => Assert.NotEmpty(trend.Summary));
        Assert.All(
            Field.Trends.Named("AI in every industry").Items,
            item => Assert.StartsWith("Healthcare:", item, StringComparison.Ordinal)
        );
        Assert.Equal(2, Field.Trends.Named("AI in every industry").Items.Count);
        Assert.Equal(2, Field.Trends.Named("Shortage of skilled people").Items.Count);
        Assert.Equal(
            ["Deep learning", "Explainable AI", "Edge AI", "AutoML", "Rising demands"],
            Specialist.Trends.Select(trend => trend.Title)
        );
    }

    private static IEnumerable<int> Counts(IEnumerable<Theme> themes) => themes.Select(theme => theme.Items.Count);
}
