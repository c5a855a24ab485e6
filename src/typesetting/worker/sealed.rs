//! A worker without files, without network, and with few calls into the kernel, where the
//! kernel of Linux can see to that: Landlock since 5.13, seccomp on the processors that
//! `seccompiler` knows. An older kernel gives what it has.

use std::env::consts::ARCH;
use std::io;

use landlock::{
    ABI, Access as _, AccessFs, AccessNet, CompatLevel, Compatible as _, Ruleset, RulesetAttr as _,
    Scope,
};
use seccompiler::{
    BackendError, BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp,
    SeccompCondition, SeccompFilter, SeccompRule, TargetArch,
};

/// The newest version of Landlock that is asked for.
const NEWEST: ABI = ABI::V6;

/// What a worker asks of the kernel after its first document, but for reading and writing:
/// memory, threads, how a thread dies, and the time.
#[rustfmt::skip]
const CALLS: &[libc::c_long] = &[
    libc::SYS_brk, libc::SYS_madvise, libc::SYS_mmap, libc::SYS_mprotect, libc::SYS_mremap,
    libc::SYS_munmap,
    libc::SYS_clone, libc::SYS_clone3, libc::SYS_futex, libc::SYS_getpid, libc::SYS_gettid,
    libc::SYS_prctl, libc::SYS_rseq, libc::SYS_sched_getaffinity, libc::SYS_sched_yield,
    libc::SYS_set_robust_list, libc::SYS_sigaltstack,
    libc::SYS_exit, libc::SYS_exit_group, libc::SYS_restart_syscall, libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask, libc::SYS_rt_sigreturn, libc::SYS_tgkill, libc::SYS_tkill,
    libc::SYS_clock_gettime, libc::SYS_clock_nanosleep, libc::SYS_getcpu, libc::SYS_getrandom,
    libc::SYS_nanosleep, libc::SYS_prlimit64,
];

/// Calls on an open file, of which there are three.
const CALLS_ON_FILES: &[libc::c_long] = &[libc::SYS_read, libc::SYS_write, libc::SYS_writev];

/// The highest number of the three files: input, output, error.
const STANDARD_ERROR: u64 = 2;

/// From here on nothing is opened, written, started or connected to: not one rule allows a
/// path or a port.
pub(super) fn without_files_and_network() -> io::Result<()> {
    Ruleset::default()
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(NEWEST))
        .and_then(|rules| rules.handle_access(AccessNet::from_all(NEWEST)))
        .and_then(|rules| rules.scope(Scope::from_all(NEWEST)))
        .and_then(Ruleset::create)
        .and_then(|rules| rules.restrict_self())
        .map_err(io::Error::other)?;
    Ok(())
}

/// From here on the kernel answers these calls and refuses all others. It kills nobody for
/// asking: an honest document asks once how many processors its group may use, and does
/// without an answer.
pub(super) fn with_few_calls() -> io::Result<()> {
    let Ok(processor) = TargetArch::try_from(ARCH) else {
        return Ok(());
    };
    let free = CALLS.iter().map(|call| Ok((*call, Vec::new())));
    let on_files = CALLS_ON_FILES.iter().map(|call| {
        let file =
            SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Le, STANDARD_ERROR)?;
        Ok((*call, vec![SeccompRule::new(vec![file])?]))
    });
    let rules: Result<_, BackendError> = free.chain(on_files).collect();
    let refused = SeccompAction::Errno(libc::EPERM.unsigned_abs());
    let program: Result<BpfProgram, _> = rules
        .and_then(|rules| SeccompFilter::new(rules, refused, SeccompAction::Allow, processor))
        .and_then(BpfProgram::try_from);
    let program = program.map_err(io::Error::other)?;
    match seccompiler::apply_filter_all_threads(&program) {
        // The kernel has no seccomp.
        Ok(()) | Err(Error::Prctl(_) | Error::Seccomp(_)) => Ok(()),
        Err(error) => Err(io::Error::other(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::env;
    use std::fs::{self, File};
    use std::net::{TcpListener, TcpStream, UdpSocket};
    use std::process::Command;

    use super::*;
    use crate::typesetting::Limits;
    use crate::typesetting::worker::{self, bounds};

    /// What is given up is given up for good, so the test runs itself once more in another
    /// process.
    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "the inner run is told by the environment that it is the inner one"
    )]
    fn nothing_is_opened_written_started_or_connected_to() {
        const INNER: &str = "CONCORD_TEST_SEALED";
        let own_file = env::current_exe().expect("a test has a file");
        if env::var_os(INNER).is_some() {
            without_files_and_network().expect("Landlock or nothing");
            bounds::within(&Limits::default()).expect("limits can be lowered");
            with_few_calls().expect("seccomp or nothing");
            assert!(File::open(&own_file).is_err());
            assert!(fs::read_dir("/proc/self/fd").is_err());
            assert!(fs::write("/tmp/escaped", "x").is_err());
            assert!(fs::remove_file(&own_file).is_err());
            assert!(TcpListener::bind("127.0.0.1:0").is_err());
            assert!(TcpStream::connect("127.0.0.1:9").is_err());
            assert!(UdpSocket::bind("127.0.0.1:0").is_err());
            assert!(Command::new(&own_file).spawn().is_err());
            assert!(std::thread::spawn(|| ()).join().is_ok());
            assert!(Vec::<u8>::new().try_reserve_exact(1 << 30).is_err());
            return;
        }
        let name = "typesetting::worker::sealed::tests::\
            nothing_is_opened_written_started_or_connected_to";
        let inner = Command::new(own_file)
            .args(["--exact", name, "--nocapture"])
            .env(INNER, "1")
            .envs(worker::ENVIRONMENT)
            .output()
            .expect("a test can be run");
        let told = [inner.stdout, inner.stderr].concat();
        let told = String::from_utf8_lossy(&told);
        assert!(told.contains("1 passed"), "{told}");
    }
}
