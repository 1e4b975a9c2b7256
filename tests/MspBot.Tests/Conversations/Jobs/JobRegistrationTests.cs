using System.Text.RegularExpressions;
using MspBot.Host.Conversations.Jobs;
using MspBot.Tests.Support;
using Quartz;
using Xunit;

namespace MspBot.Tests.Conversations.Jobs;

/// <summary>A job that is not registered runs never, and no other test would miss it.</summary>
public sealed partial class JobRegistrationTests
{
    private static readonly string Host = Path.Combine(Repository.Root, "src", "MspBot.Host");

    [Fact]
    public void Every_job_is_registered_once_and_where_it_lives()
    {
        var jobs = typeof(JobPlan).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IJob)));
        var registered = Directory.EnumerateFiles(Host, "*Registration.cs", SearchOption.AllDirectories)
            .SelectMany(file => Registered().Matches(File.ReadAllText(file)).Select(match => $"{Feature(file)}: {match.Groups[1].Value}"));

        Assert.Equal(jobs.Select(job => $"{job.Namespace!.Split('.')[2]}: {job.Name}").Order(), registered.Order());
    }

    private static string Feature(string file) => Path.GetRelativePath(Host, file).Split('/', '\\')[0];

    [GeneratedRegex(@"\.AddJob<(?!TJob)(\w+)>\(")]
    private static partial Regex Registered();
}
