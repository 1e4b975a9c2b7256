using MspBot.Data.People.Schools;
using MspBot.Data.Surveys.Filling;
using MspBot.Domain.People;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Messages;

namespace MspBot.Host.Surveys.Filling;

/// <summary>Who answers for which school: its head, or the head of the site where the school has none.</summary>
internal sealed class Fillers(HeadedSchools heads, FillingReader reader)
{
    /// <summary>Surveys that ask the speaker's school; all of them to a head of the site, who names the school.</summary>
    internal Access Access => Access.Rows(async (turn, id) => SurveyAccess.Leads(turn.Speaker)
        || (await Of(turn.Speaker) is { } filler && await reader.One(new SurveyId(id), filler.School) is not null));

    /// <param name="speaker">Who.</param>
    /// <param name="school">For which; 0 or null: for the school that the speaker heads.</param>
    /// <returns>Null: they answer for nobody, or not for this school.</returns>
    internal async Task<Filler?> Of(Speaker speaker, long? school = null)
    {
        var own = SurveyAccess.Fills(speaker) ? await heads.Of(speaker.Person) : null;
        if (own is not null && (school is not > 0 || own.Id.Value == school)) return new Filler(own.Id, BySite: false);
        return school is > 0 and { } other && SurveyAccess.Leads(speaker) && !await reader.HasHead(new(other))
            ? new Filler(new SchoolId(other), BySite: true) : null;
    }
}
