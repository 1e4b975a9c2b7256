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
    public void Every_job_is_registered_once_and_in_the_room_where_it_lives()
    {
        var jobs = typeof(JobPlan).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IJob)))
            .Select(type => type.FullName!["MspBot.Host.".Length..]).ToList();
        var registered = Directory.EnumerateFiles(Host, "*Registration.cs", SearchOption.AllDirectories)
            .SelectMany(file => Registrations(Path.GetRelativePath(Host, file), File.ReadAllText(file)));

        Assert.NotEmpty(jobs);
        Assert.Equal(jobs.Order(StringComparer.Ordinal), registered.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Consultations/ConsultationsRegistration.cs", "Consultations.OutcomeJob")]
    [InlineData("Consultations/Groups/GroupsRegistration.cs", "Consultations.Groups.OutcomeJob")]
    [InlineData("Consultations/Journal/JournalRegistration.cs", "Consultations.Journal.OutcomeJob")]
    public void A_registration_counts_for_its_own_room_only(string file, string registered) =>
        Assert.Equal([registered], Registrations(file, """services.AddJob<OutcomeJob>("outcomes");"""));

    /// <summary>The jobs, named as if each of them lived where it is registered.</summary>
    private static IEnumerable<string> Registrations(string file, string text)
    {
        var room = Path.GetDirectoryName(file)!.Replace('/', '.').Replace('\\', '.');
        return Registered().Matches(text).Select(match => $"{room}.{match.Groups[1].Value}");
    }

    [GeneratedRegex(@"\.AddJob<(?!TJob)(\w+)>\(")]
    private static partial Regex Registered();
}
