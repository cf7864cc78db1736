using CareerRecs.Catalog.V1;
using CareerRecs.Vocabulary;

namespace CareerRecs.Catalog.Tests.BuiltIn;

/// <summary>
/// Every role that the career guide names is in the catalog, with its ladder and its skills, and every skill it names resolves.
/// </summary>
public sealed class GuideRoleTests
{
    [Theory]
    [InlineData("Machine Learning Specialist", "machine-learning-specialist")]
    [InlineData("AWS Machine Learning Specialist", "machine-learning-specialist")]
    [InlineData("Junior Machine Learning Engineer", "junior-machine-learning-engineer")]
    [InlineData("Machine Learning Engineer", "machine-learning-engineer")]
    [InlineData("Senior Machine Learning Engineer", "senior-machine-learning-engineer")]
    [InlineData("Senior Manager of Machine Learning", "senior-manager-of-machine-learning")]
    [InlineData("Data Scientist", "data-scientist")]
    [InlineData("AI Research Scientist", "ai-research-scientist")]
    [InlineData("AI Product Manager", "ai-product-manager")]
    [InlineData("AI Model Validator", "ai-model-validator")]
    [InlineData("AI Operations Engineer", "ai-operations-engineer")]
    [InlineData("AI Performance Engineer", "ai-performance-engineer")]
    [InlineData("AI Pipeline Engineer", "ai-pipeline-engineer")]
    public void A_role_answers_to_the_name_it_has_there(string title, string id)
    {
        var role = BuiltInData.Role(id);
        Assert.Contains(title, role.AlternateTitles.Prepend(role.Title));
    }

    [Theory]
    [InlineData("machine-learning-engineer", "Junior ML Engineer > ML Engineer (added) > Senior ML Engineer > Lead ML Engineer")]
    [InlineData(
        "machine-learning-researcher",
        "Research Assistant > ML Researcher > Senior Research Scientist > Research Director"
    )]
    [InlineData(
        "applied-machine-learning-scientist",
        "ML Analyst > Applied ML Scientist > Senior ML Scientist > ML Solutions Architect"
    )]
    [InlineData("machine-learning-product-manager", "ML Product Manager > Senior Product Manager > Director of ML Products")]
    [InlineData(
        "deep-learning-specialist",
        "Deep Learning Engineer > DL Specialist > Senior DL Engineer > Deep Learning Architect"
    )]
    public void A_ladder_is_kept_as_published_and_a_step_of_ours_is_marked(string id, string steps)
    {
        var ladder = BuiltInData.Role(id).Ladder;
        Assert.Equal(steps, string.Join(" > ", ladder.Steps.Select(step => step.Title + (step.Added ? " (added)" : ""))));
        Assert.All(ladder.Steps, step => Assert.Equal(ladder, BuiltInData.Role(ResourceName.IdOf(step.Role)).Ladder));
    }

    [Theory]
    [InlineData("machine-learning-engineer", "python, data-science, software-engineering")]
    [InlineData("machine-learning-researcher", "research-methodology, learning-theory, algorithms")]
    [InlineData("applied-machine-learning-scientist", "business-acumen, model-evaluation, domain-knowledge")]
    [InlineData("machine-learning-product-manager", "stakeholder-management, business-strategy, communication")]
    [InlineData("deep-learning-specialist", "gpu-programming, model-optimization, deep-learning-frameworks")]
    public void A_key_role_asks_for_its_three_skills(string id, string skills)
    {
        var role = BuiltInData.Role(id);
        Assert.Contains(role.Name, BuiltInData.Field.KeyRoles);
        Assert.Equal(5, BuiltInData.Field.KeyRoles.Count);
        Assert.Subset(role.Skills.Select(skill => ResourceName.IdOf(skill.Skill)).ToHashSet(), skills.Split(", ").ToHashSet());
        Assert.NotEmpty(role.Requirements.TechnicalSkills);
    }

    [Fact]
    public void Each_of_the_18_step_titles_of_the_guide_opens_the_role_of_its_step()
    {
        var steps = BuiltInData
            .Field.KeyRoles.SelectMany(name => BuiltInData.Role(ResourceName.IdOf(name)).Ladder.Steps)
            .Where(step => !step.Added)
            .ToList();

        Assert.Equal(18, steps.Count);
        Assert.All(
            steps,
            step =>
            {
                var best = BuiltInData.Snapshot.TitleLexicon.Read(step.Title, 3).Matches[0];
                Assert.True(step.Role == best.Role, $"{step.Title} opens {best.Role}");
                Assert.True(best.Confidence >= 0.95, $"{step.Title}: {best.Confidence}");
            }
        );
    }

    [Fact]
    public void A_title_as_written_comes_before_one_that_is_the_same_only_when_written_out()
    {
        var matches = BuiltInData.Snapshot.TitleLexicon.Read("Senior Product Manager", 3).Matches;

        Assert.Equal(
            ["senior-product-manager-machine-learning", "senior-product-manager"],
            matches.Take(2).Select(match => ResourceName.IdOf(match.Role))
        );
        Assert.True(matches[1].Confidence < matches[0].Confidence);
    }

    [Theory]
    [InlineData("machine-learning-specialist", "python, java, r, sql, c, cpp, scala, tensorflow, pytorch, scikit-learn, keras")]
    [InlineData(
        "machine-learning-specialist",
        "power-bi, tableau, aws, google-cloud, ibm-watson, azure, amazon-sagemaker, amazon-rekognition"
    )]
    [InlineData(
        "machine-learning-specialist",
        "high-performance-computing, information-security, data-structures, computational-complexity"
    )]
    [InlineData(
        "machine-learning-engineer",
        "python, java, r, sql, c, cpp, scala, tensorflow, pytorch, scikit-learn, keras, ibm-watson"
    )]
    [InlineData(
        "ai-model-validator",
        "big-bench, relm, accuracy, precision, recall, f1-score, roc-auc, mean-absolute-error, rmse"
    )]
    [InlineData(
        "ai-operations-engineer",
        "python, r, java, cpp, mathematics, statistics, linear-algebra, probability, cloud-ai-services"
    )]
    [InlineData(
        "ai-performance-engineer",
        "python, cpp, deep-learning-frameworks, computer-architecture, gpu-programming, profiling"
    )]
    [InlineData(
        "ai-pipeline-engineer",
        "python, java, scala, machine-learning-frameworks, databases, cloud-computing, version-control"
    )]
    public void Languages_and_tools_of_a_role_are_typed_skills_of_the_guide(string id, string skills)
    {
        var named = BuiltInData
            .Role(id)
            .Skills.Where(skill => !skill.Added)
            .Select(skill => ResourceName.IdOf(skill.Skill))
            .ToHashSet();

        Assert.Subset(named, skills.Split(", ").ToHashSet());
    }

    [Theory]
    [InlineData("machine-learning-engineer", "python, data-science, software-engineering", "docker, git, kubernetes")]
    [InlineData("machine-learning-researcher", "research-methodology, learning-theory, algorithms", "python, pytorch")]
    [InlineData("applied-machine-learning-scientist", "business-acumen, model-evaluation, domain-knowledge", "sql, ab-testing")]
    [InlineData("machine-learning-product-manager", "stakeholder-management, business-strategy, communication", "agile, sql")]
    [InlineData(
        "deep-learning-specialist",
        "gpu-programming, model-optimization, deep-learning-frameworks",
        "cuda, transformers"
    )]
    [InlineData("ai-pipeline-engineer", "ml-pipelines, scala, collaboration-tools", "airflow, kafka")]
    public void A_skill_that_the_guide_does_not_ask_for_is_marked_as_added(string id, string named, string added)
    {
        var marks = BuiltInData.Role(id).Skills.ToDictionary(skill => ResourceName.IdOf(skill.Skill), skill => skill.Added);

        Assert.All(named.Split(", "), skill => Assert.False(marks[skill], skill));
        Assert.All(added.Split(", "), skill => Assert.True(marks[skill], skill));
    }

    [Fact]
    public void Requirements_that_the_guide_does_not_state_are_marked_as_added()
    {
        Assert.DoesNotContain(BuiltInData.Specialist.Skills, skill => skill.Added);
        Assert.DoesNotContain(BuiltInData.Specialist.Requirements.Education, education => education.Added);
        Assert.False(BuiltInData.Specialist.Requirements.ExperienceAdded);
        Assert.All(
            BuiltInData.Role("machine-learning-researcher").Requirements.Education,
            education => Assert.True(education.Added)
        );
        Assert.All(BuiltInData.Role("ai-operations-engineer").Requirements.Education, education => Assert.False(education.Added));
        Assert.True(BuiltInData.Role("machine-learning-engineer").Requirements.ExperienceAdded);
    }

    [Fact]
    public void The_four_further_careers_tell_what_is_special_to_them()
    {
        var validator = BuiltInData.Role("ai-model-validator");
        Assert.Equal(
            [
                ("Validation techniques", 4),
                ("Metrics for classification", 5),
                ("Metrics for regression", 2),
                ("Healthcare", 2),
                ("Finance", 2),
                ("Tools for complex models", 2),
            ],
            validator.Specifics.Select(theme => (theme.Title, theme.Items.Count))
        );
        Assert.Equal(5, Assert.Single(validator.BestPractices).Items.Count);
        Assert.Equal(3, Assert.Single(validator.Challenges).Items.Count);
        Assert.Equal(3, Assert.Single(validator.Trends).Items.Count);

        var operations = BuiltInData.Role("ai-operations-engineer");
        Assert.Equal(5, operations.Responsibilities.Sum(theme => theme.Items.Count));
        Assert.Equal(4, operations.Requirements.TechnicalSkills.Count);
        Assert.Equal(2, operations.WorkEnvironment.Count);

        var performance = BuiltInData.Role("ai-performance-engineer");
        Assert.Equal(4, performance.Responsibilities.Count);
        Assert.Equal(3, performance.Specifics.Named("How AI serves performance engineering").Items.Count);

        var pipeline = BuiltInData.Role("ai-pipeline-engineer");
        Assert.Equal(4, pipeline.Specifics.Named("What AI pipelines give").Items.Count);
        Assert.Equal(3, pipeline.Specifics.Named("Part in MLOps").Items.Count);

        Assert.Subset(
            BuiltInData.Specialist.RelatedRoles.Select(related => related.Role).ToHashSet(),
            new[] { validator, operations, performance, pipeline }.Select(role => role.Name).ToHashSet()
        );
    }

    [Theory]
    [InlineData("Python, R, Java, SQL, C, C++, Scala, programming")]
    [InlineData("TensorFlow, PyTorch, scikit-learn, Keras, ML libraries, ML frameworks, deep learning frameworks")]
    [InlineData("Power BI, Tableau, data visualization tools, SageMaker, AWS SageMaker, Amazon Rekognition, Rekognition")]
    [InlineData("AWS, Google Cloud, IBM Watson, Microsoft Azure, Azure, cloud computing platforms, cloud-based AI platforms")]
    [InlineData(
        "mathematics, calculus, linear algebra, probability, statistics, statistical decision theory, statistical methods"
    )]
    [InlineData(
        "high-performance computing, technical security, data structures, algorithms, complexity analysis, GPU programming"
    )]
    [InlineData(
        "supervised learning, unsupervised learning, reinforcement learning, deep learning, neural networks, ML algorithms"
    )]
    [InlineData(
        "data collection, data cleaning, data preprocessing, data "
            + "manipulation, data transformation, data ingestion, data labeling"
    )]
    [InlineData(
        "feature engineering, feature extraction, hyper-parameter "
            + "optimization, model selection, model evaluation, model optimization"
    )]
    [InlineData(
        "model deployment, model monitoring, shadow deployment, MLOps, "
            + "DevOps, CI/CD, unit tests, static analysis, version control"
    )]
    [InlineData(
        "data science, software engineering, data management, data "
            + "pipelines, ML workflows, database technologies, collaboration tools"
    )]
    [InlineData(
        "computer architecture, performance engineering, profiling, large-scale distributed training, predictive analytics"
    )]
    [InlineData("AutoML, explainable AI, XAI, edge AI, IoT, cybersecurity, ethical AI, interpretability, bias mitigation")]
    [InlineData("train/validate/test split, k-fold cross-validation, leave-one-out cross-validation, LOOCV, holdout validation")]
    [InlineData("accuracy, precision, recall, F1 score, ROC-AUC, mean absolute error, MAE, root mean square error, RMSE")]
    [InlineData("AI model validation, overfitting, data leakage, risk management, BIG-bench, ReLM")]
    [InlineData("research methodology, research skills, ML theory, algorithm design, business understanding, domain expertise")]
    [InlineData(
        "stakeholder management, business strategy, project management, technical knowledge, proposal writing, knowledge sharing"
    )]
    [InlineData(
        "communication, problem-solving, critical thinking, teamwork, collaboration, leadership, decision-making, adaptability"
    )]
    [InlineData(
        "continuous learning, time management, domain knowledge, emotional intelligence, creativity, organizational skills"
    )]
    public void What_the_guide_names_as_skill_or_tool_is_one(string names) =>
        Assert.All(
            names.Split(", "),
            name =>
            {
                var resolution = BuiltInData.Snapshot.SkillLexicon.Resolve(name);
                Assert.True(
                    resolution.Kind is MatchKind.Title or MatchKind.Alias or MatchKind.Variant,
                    $"{name}: {resolution.Kind} {resolution.Title}"
                );
            }
        );

    [Fact]
    public void What_the_market_asks_for_resolves_too()
    {
        var demand = BuiltInData.Field.MarketDemand;
        var names = demand
            .SkillsInDemand.SelectMany(group => group.Items)
            .Concat(demand.SoughtAfterRoles.SelectMany(role => role.Skills));
        // A degree is asked for, but is no skill.
        Assert.Equal(["Advanced degree"], names.Where(name => BuiltInData.Snapshot.SkillLexicon.Resolve(name).Skill.Length == 0));
    }
}
