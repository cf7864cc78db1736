using System.Collections.Frozen;

namespace CareerRecs.Catalog.Import.Onet.Skills;

/// <summary>
/// How people write the technologies that postings ask for most, where no rule gets there from O*NET's title.
/// </summary>
internal static class ShortForms
{
    private static readonly FrozenDictionary<string, string[]> Forms = Parse(
        """
        Adobe Acrobat = Acrobat
        Adobe After Effects = After Effects
        Adobe Creative Cloud software = Creative Cloud
        Adobe Illustrator = Illustrator
        Adobe InDesign = InDesign
        Adobe Photoshop = Photoshop
        Adobe Photoshop Lightroom = Lightroom, Adobe Lightroom
        Adobe Premiere Pro = Premiere Pro
        AJAX = Asynchronous JavaScript and XML
        Alteryx software = Alteryx
        Amazon DynamoDB = DynamoDB
        Amazon Elastic Compute Cloud EC2 = EC2, Amazon EC2, AWS EC2
        Amazon Redshift = Redshift, AWS Redshift
        Amazon Simple Storage Service S3 = S3, Amazon S3, AWS S3
        Amazon Web Services AWS CloudFormation = CloudFormation, AWS CloudFormation
        Amazon Web Services AWS software = AWS, Amazon Web Services
        Ansible software = Ansible
        Apache Airflow = Airflow
        Apache Cassandra = Cassandra
        Apache Hadoop = Hadoop
        Apache Hive = Hive
        Apache JMeter = JMeter
        Apache Kafka = Kafka
        Apache Maven = Maven
        Apache Spark = Spark, PySpark
        Apache Subversion SVN = Subversion, SVN
        Apache Tomcat = Tomcat
        Apple Final Cut Pro = Final Cut Pro
        Apple iOS = iOS
        Apple macOS = macOS, Mac OS
        Atlassian Bitbucket = Bitbucket
        Atlassian Confluence = Confluence
        Atlassian JIRA = JIRA
        Autodesk AutoCAD = AutoCAD
        Autodesk AutoCAD Civil 3D = Civil 3D, AutoCAD Civil 3D
        Autodesk Inventor = Inventor
        Autodesk Maya = Maya
        Autodesk Revit = Revit
        Bentley MicroStation = MicroStation
        Bidirectional encoder representations from transformers (BERT) = BERT
        C# = C sharp
        C++ = CPP
        Cascading style sheets CSS = CSS, CSS3
        Dassault Systemes CATIA = CATIA
        Dassault Systemes SolidWorks = SolidWorks
        eClinicalWorks EHR software = eClinicalWorks
        Epic Systems = Epic
        ESRI ArcGIS software = ArcGIS
        Extensible markup language XML = XML
        Formula translation/translator FORTRAN = FORTRAN
        Git = Git version control
        Go = Golang
        Google Android = Android
        Google Angular = Angular, AngularJS
        Google Workspace software = Google Workspace, G Suite
        Hibernate ORM = Hibernate
        HubSpot software = HubSpot
        Hugging Face = HuggingFace
        Hypertext markup language HTML = HTML, HTML5
        IBM DB2 = DB2
        IBM SPSS Statistics = SPSS, IBM SPSS
        IBM Terraform = Terraform, HashiCorp Terraform
        IBM WebSphere = WebSphere
        Informatica software = Informatica
        Intuit QuickBooks = QuickBooks
        JavaScript = ECMAScript
        JavaScript Object Notation JSON = JSON
        Jenkins CI = Jenkins
        Kubernetes = K8s
        MathWorks Simulink = Simulink
        Microsoft .NET Framework = .NET, .NET Framework, dotnet
        Microsoft Access = Access
        Microsoft Active Directory = Active Directory
        Microsoft ASP.NET = ASP.NET
        Microsoft Azure DevOps Services = Azure DevOps
        Microsoft Azure software = Azure, Microsoft Azure
        Microsoft Excel = Excel
        Microsoft Office software = Microsoft Office, MS Office, Microsoft 365, Office 365
        Microsoft Outlook = Outlook
        Microsoft Power BI = Power BI, PowerBI
        Microsoft PowerPoint = PowerPoint
        Microsoft PowerShell = PowerShell
        Microsoft SharePoint = SharePoint
        Microsoft SQL Server = SQL Server, MSSQL
        Microsoft SQL Server Integration Services SSIS = SSIS
        Microsoft SQL Server Reporting Services SSRS = SSRS
        Microsoft Teams = MS Teams
        Microsoft Visio = Visio
        Microsoft Visual Basic = Visual Basic, VB.NET
        Microsoft Visual Basic for Applications VBA = VBA
        Microsoft Visual Basic Scripting Edition VBScript = VBScript
        Microsoft Visual Studio = Visual Studio
        Microsoft Windows = Windows
        Microsoft Word = Word
        MongoDB = Mongo DB
        National Instruments LabVIEW = LabVIEW
        Node.js = NodeJS
        Oracle Java = Java
        Oracle Java 2 Platform Enterprise Edition J2EE = J2EE, Java EE
        Oracle PeopleSoft = PeopleSoft
        Oracle PL/SQL = PL/SQL, PLSQL
        Oracle WebLogic Server = WebLogic
        PostgreSQL = Postgres
        Procore software = Procore
        PTC Creo Parametric = Creo
        Python = Python programming, Python 3
        R = R programming, R language, RStudio
        React = React.js, ReactJS
        Red Hat Enterprise Linux = RHEL
        Red Hat OpenShift = OpenShift
        RESTful API = REST API, REST APIs, RESTful APIs
        Rust programming language = Rust
        Salesforce software = Salesforce
        SAP software = SAP
        SAS = SAS programming
        Scikit-learn = sklearn, scikit learn
        Shopify software = Shopify
        Splunk Enterprise = Splunk
        StataCorp Stata = Stata
        Structured query language SQL = SQL
        TensorFlow = Tensor Flow
        Teradata Database = Teradata
        The MathWorks MATLAB = MATLAB
        Tool command language Tcl = Tcl
        Transact-SQL = T-SQL, TSQL
        Trimble SketchUp Pro = SketchUp
        UNIX Shell = Unix shell scripting
        Unity Technologies Unity = Unity, Unity3D
        Unreal Technology Unreal Engine = Unreal Engine
        Very high speed integrated circuit VHSIC hardware description language VHDL simulation software = VHDL
        Vue.js = VueJS
        Workday software = Workday
        """
    );

    /// <summary>Whether short forms of a title are known.</summary>
    public static bool Has(string title) => Forms.ContainsKey(title);

    /// <summary>The short forms of a title.</summary>
    public static string[] Of(string title) => Forms.GetValueOrDefault(title, []);

    private static FrozenDictionary<string, string[]> Parse(string lines) =>
        lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(" = "))
            .ToFrozenDictionary(parts => parts[0], parts => parts[1].Split(", "), StringComparer.OrdinalIgnoreCase);
}
