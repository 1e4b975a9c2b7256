using MspBot.Data.Surveys;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Surveys;

/// <summary>How a survey looks in some of its states to the head and the methodologist, and what its buttons do.</summary>
internal abstract class SurveyFace
{
    public abstract bool Shows(SurveyState state);

    /// <param name="turn">Whose.</param>
    /// <param name="survey">In a state that this shows.</param>
    /// <param name="arg">What the button carried, as a page.</param>
    /// <param name="news">What was just done, above all else.</param>
    /// <returns>Null: there is nothing for this speaker.</returns>
    public abstract Task<Screen?> Screen(Turn turn, SurveyDetails survey, string arg, Html news);

    /// <summary>The survey is in a state that this shows; an action of another state is none of its own.</summary>
    public virtual Task<Pressed> Press(Turn turn, SurveyDetails survey, string action, string arg) => Task.FromResult(Pressed.Fresh(arg));
}

/// <summary>A survey as it is now, whatever its state. Faces themselves cannot have this: it is made of them.</summary>
internal sealed class SurveyScreens(SurveyReader reader, IEnumerable<SurveyFace> faces)
{
    internal async Task<Screen?> Of(Turn turn, SurveyId id, Html news = default, string arg = "") =>
        await Found(id) is var (survey, face) ? await face.Screen(turn, survey, arg, news) : null;

    internal async Task<(SurveyDetails Survey, SurveyFace Face)?> Found(SurveyId id) =>
        await reader.One(id) is { } survey && faces.FirstOrDefault(face => face.Shows(survey.State)) is { } face ? (survey, face) : null;
}

/// <summary>How a room adds a face.</summary>
internal static class SurveyFaces
{
    internal static IServiceCollection AddSurveyFace<T>(this IServiceCollection services) where T : SurveyFace =>
        services.AddScoped<SurveyFace, T>();
}
