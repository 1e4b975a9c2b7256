using MspBot.Data.Certificates;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Jobs;
using MspBot.Host.Log;
using MspBot.Host.Nominations.MySchool;
using MspBot.Host.People;
using MspBot.Host.Seminars.Attendance;

namespace MspBot.Host.Certificates;

/// <summary>Certificates, statements, and how anybody checks them.</summary>
internal static class CertificatesRegistration
{
    internal static IServiceCollection AddCertificates(this IServiceCollection services)
    {
        services.AddScoped<CertificateReader>().AddScoped<CertificateStore>().AddScoped<CertificateGuesses>();
        services.AddScoped<CertificatePrinting>().AddSingleton<CertificateScreens>();

        services.AddFileMaker<CertificateFileMaker>();
        services.AddCard<CertificatesCard>().AddCard<CertificateCard>().AddCard<SeminarCertificatesCard>();
        services.AddFlow<TutorStatementFlow>().AddHandler<MakeStatement, MakeStatementHandler>();
        services.AddFlow<DocumentsFlow>().AddHandler<GatherDocuments, GatherDocumentsHandler>();
        services.AddFlow<FindCertificateFlow>();
        services.AddJob<GuessesJob>("guesses");
        services.AddFlow<WithdrawCertificateFlow>().AddHandler<WithdrawCertificate, WithdrawCertificateHandler>();

        services.AddStartLink<CertificateLink>();
        services.AddScoped<MySection, CertificatesSection>();
        services.AddScoped<ParticipantsButton, CertificatesOfSeminar>();
        services.AddScoped<OnPersonErased, CertificateOnPersonErased>().AddScoped<StoredPart, CertificatesStored>();
        services.AddScoped<TeacherCertificates, CertificatesOfTeachers>();
        services.AddLoggedThings<CertificatesInLog>();
        return services;
    }
}
